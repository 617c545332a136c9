// TrainingStrategies

// WeightTransfer

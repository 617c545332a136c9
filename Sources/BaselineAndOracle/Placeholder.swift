// BaselineAndOracle

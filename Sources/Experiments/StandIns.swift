/// Sizes of the network.
public struct DetectorConfiguration: Codable, Hashable, Sendable {
  public var imageSide = 128
  public init() {}
}
public struct WorldConfiguration: Codable, Hashable, Sendable {
  public init() {}
}
public enum Strategy: String, Codable, Hashable, Sendable {
  case stageWise = "stage-wise"
  case endToEnd = "end-to-end"
  case endToEndStopGradient = "end-to-end-stop-gradient"
}
public struct Method: Codable, Hashable, Sendable {
  public enum Predictor: Codable, Hashable, Sendable {
    case classAgnostic, classSpecific
    case transfer(TransferConfiguration)
  }
  public enum MLP: String, Codable, Hashable, Sendable { case none, classAgnostic }
  public var predictor: Predictor
  public var mlp: MLP
  public init(predictor: Predictor, mlp: MLP = .none) { (self.predictor, self.mlp) = (predictor, mlp) }
}
public enum TransferInput: String, Codable, Hashable, Sendable, CaseIterable {
  case randn, glove, cls, box
  case clsAndBox = "cls+box"
}
public struct TransferStructure: Codable, Hashable, Sendable {
  public enum Activation: String, Codable, Hashable, Sendable { case relu, leakyReLU }
  public var layers: Int
  public var activation: Activation
  public var hiddenWidth: Int
  public init(layers: Int, activation: Activation = .leakyReLU, hiddenWidth: Int = 256) {
    (self.layers, self.activation, self.hiddenWidth) = (layers, activation, hiddenWidth)
  }
  public static let paper = TransferStructure(layers: 2)
}
public enum TransferRegularization: Codable, Hashable, Sendable {
  case none
  case noise(Float)
}
public struct TransferConfiguration: Codable, Hashable, Sendable {
  public var input: TransferInput
  public var structure: TransferStructure
  public var regularization: TransferRegularization
  public init(
    input: TransferInput = .clsAndBox, structure: TransferStructure = .paper,
    regularization: TransferRegularization = .none
  ) {
    (self.input, self.structure, self.regularization) = (input, structure, regularization)
  }
  public static let paper = TransferConfiguration()
}
public struct Schedule: Codable, Hashable, Sendable {
  public var detectorSteps: Int
  public var maskSteps: Int
  public var imagesPerStep: Int
  public var learningRate: Double
  public init(detectorSteps: Int, maskSteps: Int, imagesPerStep: Int = 8, learningRate: Double = 0.02) {
    (self.detectorSteps, self.maskSteps) = (detectorSteps, maskSteps)
    (self.imagesPerStep, self.learningRate) = (imagesPerStep, learningRate)
  }
  mutating func forgetStageTwo() { maskSteps = 0 }
}

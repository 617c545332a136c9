/// §2.1 What T takes as its description of a class (Table 1a).
public enum TransferInput: String, Codable, Hashable, Sendable, CaseIterable {
  /// A random Gaussian vector for each class: T can only memorise.
  case randn
  /// The GloVe vector of the class's name.
  case glove
  /// Ours, a control: the same vector for every class, so that T says nothing about any. What it then does, its own path
  /// adds without information.
  case constant
  /// `w_cls`: the class's row of the box head's classifier.
  case cls
  /// `w_box`: the class's rows of the box head's regressor.
  case box
  /// Both, end to end: the paper's choice.
  case clsAndBox = "cls+box"
}

/// §2.1 The shape of T (Table 1b): fully connected layers, an activation after each but the last.
public struct TransferStructure: Codable, Hashable, Sendable {
  /// What follows the hidden layers.
  public enum Activation: String, Codable, Hashable, Sendable {
    /// max(x, 0).
    case relu
    /// x, or a tenth of it where it is negative.
    case leakyReLU
  }

  /// The number of layers, at least 1; a single one is a linear map.
  public var layers: Int
  /// The activation of the hidden layers.
  public var activation: Activation
  /// The width of the hidden layers, 256 in the paper.
  public var hiddenWidth: Int
  /// The standard deviation that the last layer's weights are drawn with; nil for He's, as in the paper. The baseline's last
  /// layer begins at 0.001: what a class's row has in common with none that T has seen then passes through small numbers.
  public var lastDeviation: Float?

  /// A structure.
  public init(
    layers: Int, activation: Activation = .leakyReLU, hiddenWidth: Int = 256, lastDeviation: Float? = nil
  ) {
    precondition(layers >= 1, "T has at least one layer")
    self.lastDeviation = lastDeviation
    (self.layers, self.activation, self.hiddenWidth) = (layers, activation, hiddenWidth)
  }

  /// The paper's choice: two layers and LeakyReLU.
  public static let paper = TransferStructure(layers: 2)
}

/// §2.1 How T is kept from memorising the classes of A. The paper does nothing about it: it has T trained on
/// hundreds of thousands of masks.
public enum TransferRegularization: Codable, Hashable, Sendable {
  /// `w_det` enters as it is: the paper's.
  case none
  /// Ours: each class's vector is scaled to length 1, and in training Gaussian noise of this deviation is added to each of
  /// its entries, so that T cannot tell the classes of A apart by details that no class of B shares.
  case noise(Float)

  /// That of our rows, chosen on held-out classes of A: length 1, and no noise. How, says Paper/3-Experiments.md.
  public static let ours = TransferRegularization.noise(0)
}

/// §2.1 A weight transfer function: its input, its structure, and its regularisation.
public struct TransferConfiguration: Codable, Hashable, Sendable {
  /// What describes a class.
  public var input: TransferInput
  /// The layers.
  public var structure: TransferStructure
  /// What keeps it from memorising.
  public var regularization: TransferRegularization

  /// A configuration, the paper's where nothing else is said.
  public init(
    input: TransferInput = .clsAndBox, structure: TransferStructure = .paper,
    regularization: TransferRegularization = .none
  ) {
    (self.input, self.structure, self.regularization) = (input, structure, regularization)
  }

  /// cls+box, two layers, LeakyReLU, raw `w_det`.
  public static let paper = TransferConfiguration()
}

import TrainingStrategies

extension Experiment {
  /// A few words for the progress line.
  public var title: String {
    let method =
      switch contender {
      case .wholeBox: "the whole box"
      case .partial(let method): method.title
      case .full(let method): "\(method.title), all masks"
      case .kernels(let method): "kernels upon the features of \(method.title)"
      }
    return "\(method), \(strategy.rawValue), \(split), seed \(seed)"
  }
}

extension TrainingIdentity {
  /// What stage one learns from, in a few words.
  var boxesTitle: String {
    guard case .miniature(let world) = data else { return "boxes of all classes" }
    return "boxes of \(data.categories.count) classes"
      + (world.world.overlap == .none ? " that do not overlap" : "")
  }
}

extension Method {
  /// A few words: what predicts the mask.
  public var title: String {
    var words: String
    switch predictor {
    case .classAgnostic: words = "class-agnostic"
    case .classSpecific: words = "class-specific"
    case .transfer(let transfer):
      words = "T(\(transfer.input.rawValue)), \(transfer.structure.layers)-layer"
      if case .noise(let noise) = transfer.regularization {
        words += noise > 0 ? ", unit rows, noise \(noise)" : ", unit rows"
      }
    }
    return mlp == nil ? words : "\(words) + MLP"
  }
}

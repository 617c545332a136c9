import COCO

/// §3 Something that the paper says about the order of two rows, and what our runs say to it.
public struct Claim: Sendable, Codable, Hashable {
  /// The study it is read from.
  public var study: String
  /// The split, as the command line writes it.
  public var split: String
  /// The claim, as a sentence.
  public var statement: String
  /// Mask AP on B of the better row less that of the other, in points of AP: one difference for each seed that both have.
  public var differences: [Double]
  /// What they say.
  public var verdict: Verdict

  /// What a claim's differences say.
  public enum Verdict: String, Sendable, Codable, Hashable {
    /// Positive under every seed.
    case holds
    /// Negative or zero under every seed.
    case fails
    /// Positive under some.
    case undecided
    /// There are no runs to judge by.
    case missing = "not run"

    init(_ differences: [Double]) {
      if differences.isEmpty {
        self = .missing
      } else if differences.allSatisfy({ $0 > 0 }) {
        self = .holds
      } else {
        self = differences.contains { $0 > 0 } ? .undecided : .fails
      }
    }
  }

  /// A line for people.
  public var text: String {
    let numbers = Spread(differences).map { spread in
      " (\(spread.mean > 0 ? "+" : "")\(spread.text) AP on B, \(spread.count) seed\(spread.count == 1 ? "" : "s"))"
    }
    return "\(verdict.rawValue): \(statement)\(numbers ?? "")"
  }
}

extension StudyResults {
  /// The claims about this study that the paper makes.
  public var claims: [Claim] {
    Self.orders[study.name, default: []].flatMap { order in
      study.splits.compactMap { split in claim(order, split) }
    }
  }

  /// An order of two rows by their labels.
  private struct Order {
    let better: String
    let worse: String
    let statement: String

    init(_ better: String, over worse: String, _ statement: String) {
      (self.better, self.worse, self.statement) = (better, worse, statement)
    }
  }

  private func claim(_ order: Order, _ split: ClassSplit) -> Claim? {
    guard let better = study.rows.first(where: { $0.label == order.better }),
      let worse = study.rows.first(where: { $0.label == order.worse })
    else { return nil }
    let (one, other) = (results(better, split), results(worse, split))
    // The same seed stands on both sides of each difference.
    let differences = one.compactMap { result -> Double? in
      guard let partner = other.first(where: { $0.experiment.seed == result.experiment.seed }),
        let left = result.masks.b?.ap, let right = partner.masks.b?.ap
      else { return nil }
      return 100 * (left - right)
    }
    return Claim(
      study: study.name, split: split.description, statement: "\(order.statement) (\(split.title))",
      differences: differences, verdict: Claim.Verdict(differences))
  }

  private static let orders: [String: [Order]] = {
    let baseline = "class-agnostic (baseline)"
    let oracle = "fully supervised (oracle)"
    return [
      "key-comparison": [
        Order("transfer", over: baseline, "Transfer beats the baseline on classes without masks"),
        Order("transfer, regularised", over: baseline, "Regularised transfer, ours, beats the baseline"),
        Order("transfer, regularised", over: "transfer", "Regularised transfer, ours, beats the paper's"),
        Order(oracle, over: "transfer", "The oracle is above transfer"),
        Order(oracle, over: baseline, "The oracle is above the baseline"),
      ],
      "table-1a": [
        Order("T (cls+box)", over: "T (randn)", "The detector's weights tell T more than random vectors"),
        Order("T (cls+box)", over: "T (GloVe)", "The detector's weights tell T more than GloVe vectors"),
        Order("T (cls+box)", over: "T (cls)", "Both weights tell T more than the classifier's alone"),
        Order("T (cls+box)", over: "T (box)", "Both weights tell T more than the regressor's alone"),
        Order("T (box)", over: "T (cls)", "The regressor's weights tell T more than the classifier's"),
      ],
      "table-1b": [
        Order("2-layer, LeakyReLU", over: "1-layer, none", "Two layers are better than one"),
        Order("2-layer, LeakyReLU", over: "3-layer, LeakyReLU", "Two layers are better than three"),
      ],
      "table-1c": [
        Order("class-agnostic + MLP", over: baseline, "The MLP branch helps the baseline"),
        Order("transfer + MLP", over: "transfer", "The MLP branch helps transfer"),
      ],
      "table-1d": [
        Order(
          "transfer, end-to-end, stop-gradient", over: "transfer, end-to-end",
          "The stop-gradient helps end-to-end training"),
        Order(
          "transfer, end-to-end, stop-gradient", over: "transfer, stage-wise",
          "End-to-end training with the stop-gradient beats stage-wise training"),
        Order(
          "class-agnostic, end-to-end", over: baseline, "End-to-end training helps the baseline"),
      ],
      "table-2": [
        Order("Mask^X", over: baseline, "Mask^X beats the baseline on classes without masks"),
        Order(oracle, over: "Mask^X", "The oracle is above Mask^X"),
      ],
    ]
  }()
}

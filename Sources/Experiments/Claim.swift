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
  /// How far from zero the mean difference must lie to mean something: twice its standard error, over the classes of B and
  /// over the seeds together, and at least 0.1, the resolution in which tables are printed. Nil where it is not known, as
  /// with a single seed.
  public var margin: Double?
  /// What they say.
  public var verdict: Verdict

  /// What a claim's differences say, by a rule that was fixed before the results.
  public enum Verdict: String, Sendable, Codable, Hashable {
    /// Positive under every seed, and the mean lies above zero by more than the margin.
    case holds
    /// Negative under every seed, and the mean lies below zero by more than the margin.
    case fails
    /// Anything else: what was seen may be chance.
    case undecided
    /// There are no runs to judge by.
    case missing = "not run"

    init(_ differences: [Double], margin: Double?) {
      guard let spread = Spread(differences) else {
        self = .missing
        return
      }
      let margin = margin ?? .infinity
      if differences.allSatisfy({ $0 > 0 }) && spread.mean > margin {
        self = .holds
      } else if differences.allSatisfy({ $0 < 0 }) && spread.mean < -margin {
        self = .fails
      } else {
        self = .undecided
      }
    }
  }

  /// A line for people.
  public var text: String {
    guard let spread = Spread(differences) else { return "\(verdict.rawValue): \(statement)" }
    let seeds = "\(spread.count) seed\(spread.count == 1 ? "" : "s")"
    let margin = margin.map { ", margin \(decimal($0, 1))" } ?? ""
    return
      "\(verdict.rawValue): \(statement) (\(spread.mean > 0 ? "+" : "")\(spread.text) AP on B, \(seeds)\(margin))"
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
    let pairs = one.compactMap { result in
      other.first { $0.experiment.seed == result.experiment.seed }.map { (result, $0) }
    }
    let differences = pairs.compactMap { pair -> Double? in
      guard let left = pair.0.masks.b?.ap, let right = pair.1.masks.b?.ap else { return nil }
      return 100 * (left - right)
    }
    let margin = Self.margin(pairs, differences, on: split)
    return Claim(
      study: study.name, split: split.description, statement: "\(order.statement) (\(split.title))",
      differences: differences, margin: margin, verdict: Claim.Verdict(differences, margin: margin))
  }

  /// Twice the standard error of the mean difference between two rows, in points of AP, and at least 0.1. Two things make
  /// it uncertain: which classes are in B (each class's difference is averaged over the seeds first), and the seeds.
  private static func margin(_ pairs: [(RunResult, RunResult)], _ differences: [Double], on split: ClassSplit)
    -> Double?
  {
    let categories = COCOCategories.all
    guard let setA = try? split.setA(of: categories, annotations: []) else { return nil }
    let ofB = categories.indices.filter { !setA.contains($0 + 1) }.map { categories[$0].name }
    let byClass = ofB.compactMap { name in
      Spread(
        pairs.compactMap { left, right in
          guard let left = left.maskAPByClass[name], let right = right.maskAPByClass[name] else { return nil }
          return 100 * (left - right)
        })?.mean
    }
    guard let classes = Spread(byClass)?.standardError, let seeds = Spread(differences)?.standardError
    else { return nil }
    return max(0.1, 2 * (classes * classes + seeds * seeds).squareRoot())
  }

  private static let orders: [String: [Order]] = {
    let baseline = "class-agnostic (baseline)"
    let oracle = "fully supervised (oracle)"
    return [
      "key-comparison": [
        Order("transfer", over: baseline, "Transfer beats the baseline on classes without masks"),
        Order("transfer, unit rows", over: baseline, "Transfer from unit rows, ours, beats the baseline"),
        Order("transfer, unit rows", over: "transfer", "Transfer from unit rows, ours, beats the paper's"),
        Order(
          "class-agnostic, all masks", over: baseline, "Masks of B help a head that does not know the class"),
        Order(oracle, over: "class-agnostic, all masks", "Knowing the class helps a head that has all masks"),
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

/// A line of a table that leads from our layers' names to another program's.
public struct WeightRule: Sendable {
  /// The names of our layers that it is for; each `#` stands for a number.
  public let layers: String
  /// How their weights lie there.
  public let layout: WeightLayout
  private let theirNames: @Sendable (_ numbers: [Int]) -> [String]

  /// A rule. `theirs` gives the layer's name there, first today's and then older ones, from the numbers in our name.
  init(
    _ layers: String, _ layout: WeightLayout, theirs: @escaping @Sendable (_ numbers: [Int]) -> [String]
  ) {
    (self.layers, self.layout, theirNames) = (layers, layout, theirs)
  }

  /// A rule for one layer.
  init(_ layer: String, _ layout: WeightLayout, _ theirs: String) {
    self.init(layer, layout) { _ in [theirs] }
  }

  /// What the other program calls one of our layers, first today's name and then older ones; nil if the rule is not for
  /// this layer.
  public func names(of layer: String) -> [String]? { numbers(in: layer).map(theirNames) }

  /// The numbers of a name in the places of the pattern's `#`; nil if the name has another pattern.
  private func numbers(in name: String) -> [Int]? {
    var numbers: [Int] = []
    var rest = name[...]
    for character in layers {
      if character == "#" {
        let digits = rest.prefix { $0.isNumber }
        guard let number = Int(digits) else { return nil }
        numbers.append(number)
        rest = rest.dropFirst(digits.count)
      } else {
        guard rest.first == character else { return nil }
        rest = rest.dropFirst()
      }
    }
    return rest.isEmpty ? numbers : nil
  }
}

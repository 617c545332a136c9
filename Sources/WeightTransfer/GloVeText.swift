/// §2.1 A text about the 80 categories of COCO: what they look like, what they are made of, where they are found
/// and how they differ. Word vectors are trained on it when no file of vectors is given.
///
/// It was written for this package: about ten thousand words, every word of every name at least six times,
/// mostly in the singular, since `zebra` and `zebras` would be two words.
public enum GloVeText {
  /// All of it, with an empty line between the paragraphs.
  public static let whole = [street, animals, belongings, kitchen, house].joined(separator: "\n\n")

  /// Words that say nothing of what stands beside them. From a thousand million words GloVe learns that by
  /// itself; from ten thousand it would learn that an elephant resembles an oven, since both follow `an`.
  public static let functionWords: [String] = """
    a an and are as at be but by for from has in is it its may no nor not of on or so than that the their
    them then there they this to too when where which who with
    """.split { $0.isWhitespace }.map(String.init)
}

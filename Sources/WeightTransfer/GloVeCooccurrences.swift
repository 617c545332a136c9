/// §2.1 How often words stand near each other: what GloVe learns from (Pennington, Socher and Manning, "GloVe:
/// Global Vectors for Word Representation", EMNLP 2014, section 4.2).
///
/// X_ij adds up 1 / d over all places where word j stands d words before or after word i, d <= window, within
/// one paragraph. X is symmetric.
public struct Cooccurrences: Sendable, Equatable {
  /// One cell of X that is not zero.
  public struct Entry: Sendable, Equatable {
    /// The word i and its neighbour j, by their places in the vocabulary.
    public let word, neighbour: Int
    /// X_ij > 0.
    public let count: Double
  }

  /// The words by falling frequency, those of equal frequency by the alphabet.
  public let vocabulary: [String]
  /// The cells of X that are not zero, row by row.
  public let entries: [Entry]

  /// Counts the neighbours within `window` words in each paragraph. Words rarer than `minimumFrequency`, and
  /// those to leave out, are taken out before, so that their neighbours move together.
  public init(paragraphs: [[String]], window: Int, minimumFrequency: Int, leavingOut: [String] = []) {
    precondition(window > 0, "a window has at least one word to each side")
    let leftOut = Set(leavingOut)
    var frequency: [String: Int] = [:]
    for word in paragraphs.joined() where !leftOut.contains(word) {
      frequency[word, default: 0] += 1
    }
    vocabulary = frequency.filter { $0.value >= minimumFrequency }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let places = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, $0) })

    var rows = [[Int: Double]](repeating: [:], count: vocabulary.count)
    for paragraph in paragraphs {
      let words = paragraph.compactMap { places[$0] }
      for (i, word) in words.enumerated() {
        for j in max(0, i - window)..<i {
          rows[word][words[j], default: 0] += 1 / Double(i - j)
          rows[words[j]][word, default: 0] += 1 / Double(i - j)
        }
      }
    }
    entries = rows.enumerated().flatMap { word, row in
      row.sorted { $0.key < $1.key }.map { Entry(word: word, neighbour: $0.key, count: $0.value) }
    }
  }

  /// A text cut into paragraphs at its empty lines, and each into words: unbroken runs of letters, in lower
  /// case.
  public static func paragraphs(of text: String) -> [[String]] {
    var paragraphs: [[String]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.lowercased().split { !$0.isLetter }.map(String.init)
      if words.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1] += words }
    }
    return paragraphs.filter { !$0.isEmpty }
  }
}

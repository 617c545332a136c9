import Foundation
import Testing

/// The words hold to the code: what a chapter points to exists, and what it quotes is there.
@Suite("§3 Chapters, sources and tests name each other")
struct PaperLinksTests {
  /// The package's folder.
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// README and every chapter, as paths in the package.
  private static let pages: [String] =
    ["README.md"] + files(in: "Paper", ending: ".md")

  /// The files below a folder with an ending, as paths in the package, in alphabetical order.
  private static func files(in folder: String, ending: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(ending) }.sorted()
      .map { "\(folder)/\($0)" }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// A page cut into prose and code: the lines outside of fences, and the content of each fence with its language.
  private static func parts(_ page: String) throws -> (
    prose: String, code: [(language: String, lines: [Substring])]
  ) {
    var (prose, code): ([Substring], [(language: String, lines: [Substring])]) = ([], [])
    var isInside = false
    for line in try text(page).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside.toggle()
        if isInside { code.append((String(line.dropFirst(3)), [])) }
      } else if isInside {
        code[code.count - 1].lines.append(line)
      } else {
        prose.append(line)
      }
    }
    try #require(!isInside, "\(page): a fence is not closed")
    return (prose.joined(separator: "\n"), code)
  }

  /// Where the links and pictures of a page lead, without anchors.
  private static func targets(of page: String) throws -> [String] {
    try parts(page).prose.matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }
      .filter { !$0.contains("://") && !$0.hasPrefix("#") }
      .map { String($0.prefix { $0 != "#" }) }
  }

  @Test("Every relative link leads to a file or folder of the package", arguments: pages)
  func links(page: String) throws {
    let folder = Self.root.appendingPathComponent(page).deletingLastPathComponent()
    for target in try Self.targets(of: page) {
      let path = folder.appendingPathComponent(target).standardizedFileURL.path
      #expect(
        path.hasPrefix(Self.root.standardizedFileURL.path), "\(page): \(target) leads out of the package")
      #expect(FileManager.default.fileExists(atPath: path), "\(page): there is no \(target)")
    }
  }

  @Test("Every excerpt of Swift in a chapter stands in the file that it names", arguments: pages.dropFirst())
  func excerpts(page: String) throws {
    func words(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }
    for (_, lines) in try Self.parts(page).code.filter({ $0.language == "swift" }) {
      let first = try #require(lines.first)
      try #require(first.hasPrefix("// Sources/"), "\(page): an excerpt without a file: \(first)")
      let source = words(try Self.text(String(first.dropFirst(3))))
      let excerpt = words(lines.dropFirst().joined(separator: "\n"))
      #expect(
        !excerpt.isEmpty && source.contains(excerpt), "\(page): not in \(first.dropFirst(3)): \(excerpt)")
    }
  }

  @Test("Every chapter is in the index, and every chapter about code names its sources and its tests")
  func chapters() throws {
    let index = try Self.targets(of: "Paper/README.md")
    for page in Self.files(in: "Paper", ending: ".md") where !page.hasPrefix("Paper/results/") {
      let name = String(page.dropFirst("Paper/".count))
      guard name != "README.md" else { continue }
      #expect(index.contains(name), "\(name) is not in Paper/README.md")
      guard !name.hasPrefix("1-") else { continue }
      let targets = try Self.targets(of: page)
      for folder in ["../Sources/", "../Tests/"] {
        #expect(targets.contains { $0.hasPrefix(folder) }, "\(name) names nothing in \(folder)")
      }
    }
  }

  @Test("Every section that sources and tests name has a chapter")
  func sections() throws {
    let chapters = Self.files(in: "Paper", ending: ".md")
    let code = Self.files(in: "Sources", ending: ".swift") + Self.files(in: "Tests", ending: ".swift")
    var named: Set<String> = []
    for path in code {
      // At the start of a documentation comment or of a suite's name.
      for match in try Self.text(path).matches(of: /(\/\/\/ |@Suite\(")§([0-9.]*[0-9])/) {
        named.insert(String(match.output.2))
      }
    }
    #expect(named.isSuperset(of: ["2", "2.1", "2.2", "2.3", "2.4", "3"]))
    for section in named {
      #expect(chapters.contains { $0.hasPrefix("Paper/\(section)-") }, "no chapter §\(section)")
    }
  }
}

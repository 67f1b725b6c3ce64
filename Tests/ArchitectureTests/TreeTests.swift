import Testing

/// The tree of `docs/ARCHITECTURE.md` against the disk: every entry at the top, the folders of
/// `Sources` two deep, and the folders of `Tests` one deep.
@Suite struct TreeTests {
  @Test func pageShowsTheTreeOnDisk() throws {
    let page = try treeOnPage()
    let disk = try treeOnDisk()
    #expect(disk.subtracting(page).sorted() == [], "these are missing on the page")
    #expect(page.subtracting(disk).sorted() == [], "these are no longer on disk")
  }

  private func treeOnDisk() throws -> Set<String> {
    Set(
      try Repository.paths().flatMap { path -> [String] in
        let parts = path.split(separator: "/").map(String.init)
        let folders = parts.dropLast()
        let deepest = ["Sources": 3, "Tests": 2][parts[0]] ?? 1
        return (parts.count == 1 ? [path] : [])
          + (1...max(1, deepest)).filter { $0 <= folders.count }
          .map { folders.prefix($0).joined(separator: "/") + "/" }
          .filter { !$0.hasSuffix("/include/") }  // where SwiftPM wants the headers of a C target
      }
    )
  }

  /// The first block of the page whose fence says `tree`: two blanks a level, the name, then words.
  private func treeOnPage() throws -> Set<String> {
    let page = try Repository.text(of: "docs/ARCHITECTURE.md")
    let block = try #require(page.firstMatch(of: /```tree\n([^`]*)```/), "no block of kind tree")
    var folders: [String] = []
    var entries: Set<String> = []
    for line in block.1.split(separator: "\n") {
      let level = line.prefix { $0 == " " }.count / 2
      let name = try #require(line.split(separator: " ").first.map(String.init))
      folders = Array(folders.prefix(level)) + [name]
      entries.insert(folders.joined())
    }
    return entries
  }
}

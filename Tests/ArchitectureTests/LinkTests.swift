import Foundation
import Testing

/// The relative links of every page lead to a file.
@Suite struct LinkTests {
  @Test func everyLinkLeadsToAFile() throws {
    let pages = try Repository.paths().filter { $0.hasSuffix(".md") }
    let broken = try pages.flatMap { page in
      try Repository.text(of: page).matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
        .filter { !$0.contains(":") && !$0.hasPrefix("#") }
        .filter { !Self.exists($0, from: page) }
        .map { "\(page): \($0)" }
    }
    #expect(!pages.isEmpty)
    #expect(broken == [])
  }

  private static func exists(_ link: String, from page: String) -> Bool {
    let path = link.prefix { $0 != "#" }
    let file = Repository.root.appending(path: page).deletingLastPathComponent()
      .appending(path: path)
    return FileManager.default.fileExists(atPath: file.path(percentEncoded: false))
  }
}

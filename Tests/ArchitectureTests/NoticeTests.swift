import Testing

@Suite struct NoticeTests {
  @Test func everyLinkedPackageIsNamed() throws {
    let notice = try Repository.text(of: "docs/NOTICE.md")
    let unnamed = try linkedNames().filter { !notice.contains("`\($0)`") }
    #expect(unnamed == [])
  }

  /// Swift packages by the last part of their address, C libraries as the linker calls them.
  private func linkedNames() throws -> [String] {
    let package = try Repository.text(of: "Package.swift")
    let packages = package.matches(of: /url: "[^"]*\/([\w.-]+?)(?:\.git)?"/).map { String($0.1) }
    let libraries = package.matches(of: /linkedLibrary\("([\w+.:-]+)"/).map { String($0.1) }
    let maps = try Repository.paths().filter { $0.hasSuffix("module.modulemap") }.flatMap {
      try Repository.text(of: $0).matches(of: /link "([\w+.-]+)"/).map { String($0.1) }
    }
    try #require(!packages.isEmpty && !maps.isEmpty)
    return Set(packages + libraries + maps).sorted()
  }
}

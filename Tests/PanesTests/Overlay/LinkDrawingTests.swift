import Support
import Testing

/// The question before a link is opened.
@Suite struct LinkDrawingTests {
  private static func rows(of url: String, rows: Int, columns: Int) -> [String] {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.say("go")
    harness.receive("[x](\(url))")
    harness.end()
    harness.press("Tab o")
    return harness.screen().split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  @Test("names the host above an address of any length", arguments: [(24, 80), (12, 40)])
  func namesTheHost(rows: Int, columns: Int) throws {
    let path = "good.example/" + String(repeating: "a", count: 1_500)
    let rows = Self.rows(of: "https://evil.example/\(path)", rows: rows, columns: columns)
    let title = try #require(rows.firstIndex { $0.contains("open this address?") })
    #expect(rows[title + 1].contains("host: evil.example "))
    #expect(rows[title + 2].contains("https://evil.example/"))
  }

  @Test func showsTheEndOfAHostThatHasNoRoom() {
    let host = String(repeating: "good.example.", count: 60) + "evil.example"
    let rows = Self.rows(of: "https://\(host)/", rows: 14, columns: 60)
    #expect(rows.contains { $0.contains("evil.example ") })
  }

  @Test func saysWhyItIsNotOpened() throws {
    let url = "https://good.example:" + String(repeating: "a", count: 1_500) + "@evil.example/"
    let rows = Self.rows(of: url, rows: 24, columns: 80)
    let title = try #require(rows.firstIndex { $0.contains("an address that weir does not open") })
    #expect(rows[title + 1].contains("it has a name before the host"))
  }
}

import Conversation
import Support
import Testing

@testable import Archive

/// 20 MB, or with the whole a gigabyte; how fast it is stands in docs/PERFORMANCE.md.
@Suite struct LargeArchiveTests {
  @Test func isListedAndSearchedToItsEnd() throws {
    let directory = TemporaryDirectory()
    let path = directory.path + "/weir.sqlite"
    let count = Soak.scale(2_000, whole: 100_000)
    #expect(try ProbeProcess("fill", path, "1", "\(count)").lines() == [])
    let archive = Archive(path: path)
    var lines: [ConversationSummary] = []
    while true {
      let page = try archive.now(.list(after: lines.last, limit: 100))
      if page.isEmpty { break }
      lines += page
    }
    #expect(lines.map(\.number) == (1...Int64(count / 50)).reversed())
    let hits = try archive.searchNow("w0 ", limit: .max)
    #expect(hits.count == count)
    #expect(hits.map(\.message) == hits.map(\.message).sorted(by: >))
    let statistics = try archive.now(.statistics)
    #expect(statistics.messages == count)
    #expect(try archive.now(.soundness) == ["ok"])
  }
}

import Broker
import Testing

@Suite struct SSELineSplitterTests {
  private static let stream = Array("data: 漢\r\n\r\n: ping\rdata: b\n\nend".utf8)
  private static let lines = ["data: 漢", "", ": ping", "data: b", "", "end"]

  @Test("gives the same lines wherever the chunk breaks", arguments: 0...stream.count)
  func splitsAnywhere(at cut: Int) {
    #expect(Self.lines(of: [Self.stream[..<cut], Self.stream[cut...]]) == Self.lines)
  }

  @Test func splitsByteByByte() {
    #expect(Self.lines(of: Self.stream.indices.map { Self.stream[$0...$0] }) == Self.lines)
  }

  @Test func endsABlankLineAfterASplitCRLF() {
    let parts = ["a\r", "\n", "\n", "b\n"].map { Array($0.utf8)[...] }
    #expect(Self.lines(of: parts) == ["a", "", "b"])
  }

  private static func lines(of parts: [ArraySlice<UInt8>]) -> [String] {
    var splitter = SSELineSplitter()
    var lines: [String] = []
    let take = { (line: UnsafeRawBufferPointer) in
      lines.append(String(decoding: line, as: UTF8.self))
    }
    for part in parts { part.withUnsafeBytes { splitter.feed($0, line: take) } }
    splitter.finish(line: take)
    return lines
  }
}

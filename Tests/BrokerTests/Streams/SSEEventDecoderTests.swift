import Broker
import Testing

@Suite struct SSEEventDecoderTests {
  /// A stream, and the data of its events; `!` marks one that is named an error.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let stream: String
    let events: [String]

    init(_ name: String, _ stream: String, _ events: [String]) {
      (testDescription, self.stream, self.events) = (name, stream, events)
    }
  }

  private static let cases = [
    Case("LF", "data: a\n\ndata: b\n\n", ["a", "b"]),
    Case("CR", "data: a\r\rdata: b\r\r", ["a", "b"]),
    Case("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", ["a", "b"]),
    Case("mixed line ends", "data: a\r\n\ndata: b\r\r\n", ["a", "b"]),
    Case("byte order mark", "\u{FEFF}data: a\n\n", ["a"]),
    Case("comments", ": ping\n\n:\n\ndata: a\n:x\n\n", ["a"]),
    Case("several data lines", "data: a\ndata: b\ndata\n\n", ["a\nb\n"]),
    Case("no space after the colon", "data:a\n\n", ["a"]),
    Case("only one space is taken away", "data:  a\n\n", [" a"]),
    Case("no blank line at the end", "data: a\n\ndata: b", ["a", "b"]),
    Case("other fields", "id: 7\nretry: 10\nevent: x\ndata: a\n\n", ["a"]),
    Case("unknown fields", "dat: x\ndatas: y\nfoo\ndata: a\n\n", ["a"]),
    Case("empty data", "data:\n\ndata\n\n", []),
    Case("an event named error", "event: error\ndata: a\n\ndata: b\n\n", ["!a", "b"]),
    Case("the field error of old llama.cpp", "error: {\"x\":1}\n\n", ["!{\"x\":1}"]),
    Case("a bare JSON line", "data: a\n\n{\"error\":\"x\"}\n", ["a", "{\"error\":\"x\"}"]),
  ]

  @Test("gives the same events wherever the stream is cut", arguments: cases)
  func decodes(_ test: Case) {
    let bytes = Array(test.stream.utf8)
    for cut in 0...bytes.count {
      #expect(Self.events(of: [bytes[..<cut], bytes[cut...]]) == test.events, "cut at \(cut)")
    }
    #expect(Self.events(of: bytes.indices.map { bytes[$0...$0] }) == test.events)
  }

  @Test func handsInvalidUTF8OnAsItIs() {
    let bytes: [UInt8] = Array("data: a".utf8) + [0xFF, 0xC3] + Array("\n\n".utf8)
    #expect(Self.events(of: [bytes[...]]) == ["a\u{FFFD}\u{FFFD}"])
  }

  @Test func remembersTheFirstLineThatIsNone() {
    var decoder = SSEEventDecoder()
    for line in ["<html>", "data: a", "<body>"] {
      Array(line.utf8).withUnsafeBytes { decoder.take($0) { _ in } }
    }
    #expect(decoder.oddLine == Array("<html>".utf8))
  }

  private static func events(of parts: [ArraySlice<UInt8>]) -> [String] {
    var splitter = SSELineSplitter()
    var decoder = SSEEventDecoder()
    var events: [String] = []
    let note = { (event: SSEEventDecoder.Event) in
      events.append((event.isNamedError ? "!" : "") + String(decoding: event.data, as: UTF8.self))
    }
    for part in parts {
      part.withUnsafeBytes { splitter.feed($0) { decoder.take($0, event: note) } }
    }
    splitter.finish { decoder.take($0, event: note) }
    decoder.finish(event: note)
    return events
  }
}

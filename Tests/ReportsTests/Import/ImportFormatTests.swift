import Conversation
import Glibc
import Support
import Testing

@testable import Reports

@Suite struct ImportFormatTests {
  @Test(
    "tells a file by its first bytes",
    arguments: [
      ("SQLite format 3\0x", "logs.db", ImportFormat.llmLogs),
      ("\u{FEFF} [{\"title\"", "x", .chatGPT), ("{\"mapping\": 1}", "x.json", .chatGPT),
      ("{\"weir\":\"conversation\"}\n", "x", .jsonl), ("---\nweir: 1\n", "x", .markdown),
      ("## User", "notes.md", .markdown),
    ]
  )
  func tells(start: String, name: String, format: ImportFormat) throws {
    #expect(try ImportFormat.detect(firstBytes: Array(start.utf8), name: name) == format)
  }

  @Test(
    "says why nothing can be taken",
    arguments: [
      (Array("PK\u{3}\u{4}".utf8), ImportError.zip("x")), ([0x1F, 0x8B, 8], .compressed("x")),
      ([0xFF, 0xFE, 0x5B, 0], .notUTF8("x")), (Array("<!DOCTYPE html>".utf8), .page("x")),
      ([], .empty("x")), (Array(" \n".utf8), .empty("x")),
    ]
  )
  func refuses(start: [UInt8], error: ImportError) {
    #expect(throws: error) { try ImportFormat.detect(firstBytes: start, name: "x") }
  }

  @Test func namesTheFileAndWhatToDo() {
    #expect(
      ImportError.zip("a.zip").description
        == "a.zip is a zip archive; unpack it and import the conversations.json in it (or each of"
        + " conversations-000.json and so on)"
    )
    #expect(
      ImportError.unreadable("a", ENOENT).description == "cannot read a: No such file or directory"
    )
  }

  @Test func readsAPipeToItsEnd() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let text = ConversationExport(format: .jsonl).text(of: .sample)
    let count = text.utf8.count
    #expect(Array(text.utf8).withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) } == count)
    close(ends[1])
    defer { close(ends[0]) }
    var found: [StoredConversation] = []
    let report = try ConversationImport.read(descriptor: ends[0], named: "-") {
      found.append($0.conversation)
    }
    #expect(found == [StoredConversation.sample.shared])
    #expect(report.messages == 5)
  }

  @Test func endsWithWhatTheTakerThrows() {
    let text = ConversationExport(format: .jsonl).text(of: .sample)
    #expect(throws: ImportError.empty("full")) {
      var reader = ConversationLinesReader { _ in throw ImportError.empty("full") }
      try Array(text.utf8).withUnsafeBytes { try reader.feed($0) }
      _ = try reader.finish()
    }
  }

  @Test("cuts elements wherever the file breaks", arguments: 1...9)
  func cutsElements(size: Int) {
    let text = #"[{"a":"]}\"{"}, 5, [1,[2]], {"b":{}}]"#
    var cutter = ElementCutter(mostBytes: 14)
    var found: [String] = []
    func take(_ element: PieceBuffer.Piece, _ number: Int) {
      switch element {
      case .whole(let bytes): found.append(String(decoding: bytes, as: UTF8.self))
      case .tooLong: found.append("too long")
      }
    }
    let bytes = Array((text + #"{"a":"far too long for it"}{"#).utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { cutter.feed($0, take: take) }
    }
    #expect(cutter.numberOfCutOff == 5)
    #expect(found == [#"{"a":"]}\"{"}"#, "[1,[2]]", #"{"b":{}}"#, "too long"])
  }
}

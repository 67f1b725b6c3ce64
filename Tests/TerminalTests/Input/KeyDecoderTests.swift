import Terminal
import Testing
import Workbench

@Suite struct KeyDecoderTests {
  @Test("decodes", arguments: DecoderCases.all)
  func decodes(given: DecoderCase) {
    #expect(KeyDecoder.decode(given.bytes) == given.expected)
  }

  @Test("gives the same wherever the reads cut it", arguments: DecoderCases.all)
  func decodesCut(given: DecoderCase) {
    for cut in 0...given.bytes.count {
      var decoder = KeyDecoder()
      let first = decoder.feed(given.bytes[..<cut])
      #expect(first + decoder.feed(given.bytes[cut...]) + decoder.flush() == given.expected)
    }
  }

  @Test("gives the same byte by byte", arguments: DecoderCases.all)
  func decodesByteByByte(given: DecoderCase) {
    var decoder = KeyDecoder()
    let decoded = given.bytes.flatMap { decoder.feed([$0]) }
    #expect(decoded + decoder.flush() == given.expected)
  }

  @Test("never types a part of a sequence that stays unfinished", arguments: DecoderCases.replies)
  func dropsHalves(given: DecoderCase) {
    guard given.bytes[0] == 0x1B else { return }
    // Two bytes are still what Alt with a key sends.
    for cut in 3..<given.bytes.count where given.bytes[cut - 1] != 0x1B {
      #expect(KeyDecoder.decode(Array(given.bytes[..<cut])) == [])
    }
  }

  @Test(
    "says what it holds back",
    arguments: [
      ("a", .nothing), ("\u{1B}", .escape), ("\u{1B}[", .sequence), ("\u{1B}[1;", .sequence),
      ("\u{1B}O", .sequence), ("\u{1B}]11;", .sequence), ("\u{1B}[200~abc", .nothing),
      ("\u{1B}[A", .nothing),
    ] as [(String, KeyDecoder.Wait)]
  )
  func tellsWhatItWaitsFor(text: String, wait: KeyDecoder.Wait) {
    var decoder = KeyDecoder()
    _ = decoder.feed(text.utf8)
    #expect(decoder.wait == wait)
  }

  @Test func mergesWheelTurnsOfOneRead() {
    var decoder = KeyDecoder()
    let turns = "\u{1B}[<65;1;1M\u{1B}[<65;1;1M\u{1B}[<65;4;2M"
    #expect(decoder.feed(turns.utf8) == [.mouse(.wheel(9), 1, 3)])
    #expect(
      decoder.feed((turns + "x" + turns).utf8) == [
        .mouse(.wheel(9), 1, 3), .key("x"), .mouse(.wheel(9), 1, 3),
      ]
    )
    #expect(decoder.feed("\u{1B}[<65;1;1M\u{1B}[<64;1;1M".utf8) == [])
  }

  @Test func mergesDragsOfOneRead() {
    var decoder = KeyDecoder()
    let drags = "\u{1B}[<0;1;1M\u{1B}[<32;2;1M\u{1B}[<32;9;3M\u{1B}[<0;9;3m"
    #expect(
      decoder.feed(drags.utf8) == [
        .mouse(.press, 0, 0), .mouse(.drag, 2, 8), .mouse(.release, 2, 8),
      ]
    )
    #expect(
      decoder.feed("\u{1B}[<32;2;1M\u{1B}[<40;9;3M".utf8) == [
        .mouse(.drag, 0, 1), .mouse(.drag, 2, 8, .alt),
      ]
    )
  }

  @Test func swallowsEndlessSequences() {
    let endless = "\u{1B}[" + String(repeating: "1;", count: 100_000) + "~x"
    #expect(KeyDecoder.decode(Array(endless.utf8)) == [.key("Home"), .key("x")])
  }

  @Test func takesTenMegabytesPastedInSmallReads() {
    let line = "A line of text with a tab\tand an escape\u{1B}.\r\n"
    let text = String(repeating: line, count: 10_000_000 / line.utf8.count)
    let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
    var decoder = KeyDecoder()
    var decoded: [DecodedInput] = []
    for start in stride(from: 0, to: bytes.count, by: 1_021) {
      decoded += decoder.feed(bytes[start..<min(start + 1_021, bytes.count)])
    }
    let clean = String(
      repeating: "A line of text with a tab\tand an escape.\n",
      count: text.utf8.count / line.utf8.count
    )
    #expect(decoded == [.input(.paste(clean))])
  }
}

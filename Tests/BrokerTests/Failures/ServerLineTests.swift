import Testing

@testable import Broker

@Suite struct ServerLineTests {
  @Test(
    "is one clean line without secrets",
    arguments: [
      ("plain", "plain"), ("  \n\r\n first \nsecond", "first"), ("", ""), (" \n\t\n", ""),
      ("a\u{1B}[2Jb\u{7}c", "a [2Jb c"), ("a\u{202E}b\u{200B}c\u{E0041}d", "abcd"),
      ("key sk-secret, twice: sk-secret", "key •••, twice: •••"), ("a\u{2028}b", "a b"),
    ]
  )
  func isClean(body: String, line: String) {
    #expect(ServerLine(body, secrets: ["sk-secret", ""]).text == line)
  }

  @Test func quotesNothingOfAnImage() {
    let body = "bad url data:image/png;base64,iVBORw0KGgo+/A== and data:image/gif;base64,R0lG"
    #expect(
      ServerLine(body, secrets: []).text
        == "bad url data:image/png;base64,••• and data:image/gif;base64,•••"
    )
  }

  @Test func isCutAtTwoHundredCharacters() {
    let line = ServerLine(String(repeating: "é", count: 500), secrets: [])
    #expect(line.text == String(repeating: "é", count: 199) + "…")
  }

  @Test func isQuotedWhereThereIsOne() {
    #expect(ServerLine("a", secrets: []).quoted == #": "a""#)
    #expect(ServerLine("", secrets: []).quoted == "")
  }

  @Test func readsBytesThatAreNoUTF8() {
    #expect(ServerLine([0x61, 0xFF] as [UInt8], secrets: []).text == "a\u{FFFD}")
  }
}

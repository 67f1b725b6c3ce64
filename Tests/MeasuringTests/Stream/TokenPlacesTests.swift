import Conversation
import Measuring
import Testing

@Suite struct TokenPlacesTests {
  private static func starts(_ tokens: [String], in text: String) -> [Int?] {
    let tokens = tokens.map { TokenLogProb(token: $0, logProb: -1) }
    return tokens.indices.map {
      TokenPlaces.start(ofToken: $0, among: tokens, in: text.utf8)
    }
  }

  @Test func addsUpTheTokensBefore() {
    #expect(Self.starts(["A", " we", "ir", "!"], in: "A weir!") == [0, 1, 4, 6])
    #expect(Self.starts(["漢", "字"], in: "漢字") == [0, 3])
  }

  @Test func findsItsPlaceAgainAfterPiecesOfCharacters() {
    let tokens = ["a ", "\u{FFFD}", "\u{FFFD}", " b", "c"]
    #expect(Self.starts(tokens, in: "a 🎉 bc") == [0, nil, nil, 6, 8])
  }

  @Test func takesTheSignOfAPieceForItselfWhereTheTextHoldsIt() {
    #expect(Self.starts(["a", "\u{FFFD}", "b"], in: "a\u{FFFD}b") == [0, 1, 4])
  }

  @Test func saysWhereTheyDoNotAgree() {
    #expect(Self.starts(["A", " dam", "!"], in: "A weir!") == [0, nil, nil])
    #expect(Self.starts(["A", " weir", "!"], in: "A weir") == [0, 1, nil])
    #expect(Self.starts(["<think>", "A"], in: "A") == [nil, nil])
    #expect(Self.starts(["\u{FFFD}", "b"], in: "") == [nil, nil])
  }
}

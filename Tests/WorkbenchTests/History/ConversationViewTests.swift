import Conversation
import Support
import Testing
import Typeset

@testable import Workbench

@Suite struct ConversationViewTests {
  private static func anchor(_ place: String) -> MessageAnchor? {
    let text = #"{"lanes":[{"preset":"a","top":[5,"\#(place)"]}]}"#
    return ConversationView(text: text)?.lanes.first?.top?.anchor
  }

  @Test(
    "passes over places that are in no message",
    arguments: [
      "body 0 4000000000000000000", "body 0 -9223372036854775808", "note 0 9223372036854775807",
      "body 9223372036854775807 0", "body -1 0", "note -1 0",
    ]
  )
  func passesOver(_ place: String) {
    #expect(Self.anchor(place) == nil)
  }

  @Test func readsPlacesThatAreInOne() {
    #expect(Self.anchor("body 7 -2") == .body(offset: 7, rowsBelow: -2))
    #expect(Self.anchor("note 1 2") == .note(index: 1, line: 2))
  }

  @Test(
    "a document ends where its rows do",
    arguments: ["", "a", "a\n\nb\n\nc"],
    [Int.min, -1_000_000_000, -1, 0, 1, 1_000_000_000, .max]
  )
  func staysInside(_ text: String, rowsBelow: Int) {
    let document = Document(text, widthInColumns: 20)
    let row = document.row(ofSourceOffset: 0, rowsBelow: rowsBelow)
    #expect((0..<max(1, document.rowCount)).contains(row))
  }

  @Test(
    "tells an age of any moment",
    arguments: [(Int64.max, "now"), (1_000_000, "now"), (-60_000_000_000, "1968-02-06")]
  )
  func tellsAges(milliseconds: Int64, age: String) {
    #expect(WallTime(milliseconds: milliseconds).age(at: WallTime(milliseconds: 0)) == age)
  }

  @Test func aMomentBeforeAllOthersHasAnAge() {
    let first = WallTime(milliseconds: .min)
    #expect(first.age(at: WallTime(milliseconds: 1)).hasPrefix("-"))
  }
}

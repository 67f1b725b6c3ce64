import Support
import Testing

@testable import Workbench

/// What a conversation costs that is longer than anybody looks at.
@Suite struct LongConversationTests {
  private static func conversation(turns: Int) -> WorkbenchHarness {
    var harness = WorkbenchHarness()
    for turn in 0..<turns {
      harness.say("\(turn)")
      harness.receive("Answer \(turn) " + String(repeating: "with **words** ", count: 20))
      harness.end()
    }
    return harness
  }

  @Test func readsOnlyMessagesAtTheEnd() {
    var harness = Self.conversation(turns: 1_000)
    #expect(harness.screen().contains("Answer 999"))
    let text = harness.state.conversation.focusedLane.text
    let read = text.path.indices.count { text.text(at: $0).isRead }
    #expect(text.path.count == 2_000)
    #expect((20...400).contains(read))
  }

  @Test func keepsTheWordsInViewWhenTheWidthChanges() throws {
    var harness = Self.conversation(turns: 200)
    _ = harness.frame()
    harness.wait(milliseconds: 1_000)
    harness.press("Esc" + String(repeating: " PgUp", count: 40))
    for columns in [60, 120, 40, 80] {
      let before = try #require(Self.firstAnswer(harness.screen()))
      harness.apply(.resized(ScreenSize(rows: 24, columns: columns)))
      let after = try #require(Self.firstAnswer(harness.screen()))
      #expect(abs(before - after) <= 1, "at \(columns) columns")
    }
  }

  @Test func aFrameCopiesNoLane() {
    var harness = Self.conversation(turns: 200)
    harness.say("more")
    var places: Set<UnsafePointer<Int>?> = []
    for word in 0..<20 {
      harness.receive("word \(word)\n\n")
      _ = harness.screen()
      let lanes = harness.state.conversation.lanes
      places.insert(lanes[0].text.starts.withUnsafeBufferPointer(\.baseAddress))
    }
    #expect(places.count == 1)
  }

  /// The number of the first answer whose beginning is in view.
  private static func firstAnswer(_ screen: String) -> Int? {
    screen.split(separator: "Answer ").dropFirst().first?.split(separator: " ").first.flatMap {
      Int($0)
    }
  }
}

import Conversation
import Support
import Testing

@testable import Workbench

/// What a page holds of a long reply grows in place: no frame copies it.
@Suite struct InspectorCostTests {
  private static let count = 20_000

  /// A page on a reply of 20,000 deltas, each in a frame of its own.
  private static func opened(_ keys: String) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.say("hi")
    guard let request = harness.requests.last?.id else { return harness }
    var log = WireLog(attempt: 1)
    log.body = Array(String(repeating: frame("word "), count: count).utf8)
    log.pieces = [Delta.Mark(time: harness.now, lengthInBytes: log.body.count)]
    harness.receive(.wire(log), for: request)
    let mark = Delta.Mark(time: harness.now, lengthInBytes: 5)
    let delta = Delta(
      channel: .content,
      text: String(repeating: "word ", count: count),
      marks: [Delta.Mark](repeating: mark, count: count)
    )
    harness.receive(.delta(delta), for: request)
    harness.press(keys)
    _ = harness.screen()
    return harness
  }

  private static func frame(_ word: String) -> String {
    "data: {\"choices\":[{\"delta\":{\"content\":\"\(word)\"}}]}\n\n"
  }

  /// How often a place in memory changed while the reply grew by forty deltas, a frame after each.
  private static func moves(
    _ harness: inout WorkbenchHarness,
    _ place: (Inspector) -> UnsafeRawPointer?
  ) -> Int {
    guard let request = harness.requests.last?.id else { return .max }
    var places: [UnsafeRawPointer?] = []
    for _ in 0..<40 {
      harness.wait(milliseconds: 300)
      var log = WireLog(attempt: 1)
      log.body = Array(frame("more ").utf8)
      log.pieces = [Delta.Mark(time: harness.now, lengthInBytes: log.body.count)]
      harness.receive(.wire(log), for: request)
      harness.receive("more ")
      _ = harness.screen()
      places.append(harness.state.conversation.inspector.flatMap(place))
    }
    return zip(places, places.dropFirst()).count { $0 != $1 }
  }

  @Test("the frames", arguments: ["F4 Tab Tab", "F4 Tab Tab f", "F4 Tab Tab f f"])
  func keepsTheFrames(keys: String) {
    var harness = Self.opened(keys)
    let moves = Self.moves(&harness) { inspector in
      inspector.raw.frames.frames.withUnsafeBytes(\.baseAddress)
    }
    #expect(harness.state.conversation.inspector?.raw.frames.frames.count == Self.count + 40)
    #expect(moves <= 1)
  }

  @Test func keepsTheFramesThatASearchFound() {
    var harness = Self.opened("F4 Tab Tab /")
    harness.type("choices")
    let moves = Self.moves(&harness) { inspector in
      inspector.raw.search?.hits.withUnsafeBytes(\.baseAddress)
    }
    #expect(harness.state.conversation.inspector?.raw.search?.hits.count == Self.count + 40)
    #expect(moves <= 1)
  }

  @Test func keepsTheRowsOfTheText() {
    var harness = Self.opened("F4 Shift-Tab")
    let moves = Self.moves(&harness) { inspector in
      inspector.tokens.rows.starts.withUnsafeBytes(\.baseAddress)
    }
    #expect(harness.state.conversation.inspector?.tokens.rows.count == Self.count + 40)
    #expect(moves <= 1)
  }
}

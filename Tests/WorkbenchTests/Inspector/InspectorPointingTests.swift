import Conversation
import Support
import Testing
import Workbench

/// The mouse on the inspector.
@Suite struct InspectorPointingTests {
  private static func opened(_ page: Inspector.Page) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.say("hi")
    guard let request = harness.requests.last?.id else { return harness }
    for step in 0..<60 {
      harness.wait(milliseconds: 20)
      var log = WireLog(attempt: 1)
      log.body = Array("data: {\"n\":\(step)}\n\n".utf8)
      log.pieces = [Delta.Mark(time: harness.now, lengthInBytes: log.body.count)]
      harness.receive(.wire(log), for: request)
      let delta = Delta(channel: .content, text: "word\(step) ", time: harness.now)
      harness.receive(.delta(delta), for: request)
    }
    harness.press("F4" + String(repeating: " Tab", count: page.rawValue))
    _ = harness.screen()
    return harness
  }

  private static func send(
    _ kind: MouseEvent.Kind,
    _ row: Int,
    _ column: Int,
    to harness: inout WorkbenchHarness
  ) {
    harness.apply(.input(.mouse(MouseEvent(kind: kind, row: row, column: column))))
  }

  @Test(
    "a click on a page's name opens it",
    arguments: Inspector.Page.allCases,
    [(40, 120), (24, 80), (12, 40)]
  )
  func opensPages(page: Inspector.Page, size: (Int, Int)) throws {
    var harness = Self.opened(.gaps)
    harness.apply(.resized(ScreenSize(rows: size.0, columns: size.1)))
    let rows = harness.screen().split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(harness.state.inspectorArea).row
    let place = try #require(rows[row].firstRange(of: page.title))
    let column = rows[row].distance(from: rows[row].startIndex, to: place.lowerBound)
    Self.send(.press, row, column, to: &harness)
    #expect(harness.state.conversation.inspector?.page == page)
  }

  @Test func aClickChoosesAFrame() throws {
    var harness = Self.opened(.raw)
    let list = try #require(harness.state.rawAreas).list
    let top = try #require(harness.state.conversation.inspector?.raw.top)
    Self.send(.press, list.row + 2, list.column + 9, to: &harness)
    #expect(top > 0)
    #expect(harness.state.conversation.inspector?.raw.shown == top + 2)
  }

  @Test func aClickChoosesAPieceOfTheText() throws {
    var harness = Self.opened(.tokens)
    let rows = harness.screen().split(separator: "\n", omittingEmptySubsequences: false)
    let top = try #require(harness.state.inspectorBody).row
    let row = try #require(rows.indices.first { $0 > top && rows[$0].contains("word7 ") })
    let place = try #require(rows[row].firstRange(of: "word7 "))
    let column = rows[row].distance(from: rows[row].startIndex, to: place.lowerBound) + 2
    Self.send(.press, row, column, to: &harness)
    #expect(harness.state.conversation.inspector?.tokens.shown == 7)
  }

  @Test("the wheel moves what is shown", arguments: [Inspector.Page.raw, .gaps, .tokens])
  func wheels(page: Inspector.Page) throws {
    var harness = Self.opened(page)
    func shown() -> Int? {
      let inspector = harness.state.conversation.inspector
      return switch page {
      case .time: nil
      case .gaps: inspector?.gaps.shown
      case .raw: inspector?.raw.shown
      case .tokens: inspector?.tokens.shown
      }
    }
    let body = try #require(harness.state.inspectorBody)
    let scroll = harness.state.conversation.focusedLane.scroll
    let last = shown()
    Self.send(.wheel(-3), body.row + 1, body.column + 4, to: &harness)
    let before = try #require(shown())
    #expect(before < 59)
    Self.send(.wheel(3), body.row + 1, body.column + 4, to: &harness)
    #expect(shown() == last)
    #expect(harness.state.conversation.focusedLane.scroll == scroll)
  }

  @Test("a drag over the inspector selects nothing", arguments: Inspector.Page.allCases)
  func drags(page: Inspector.Page) throws {
    var harness = Self.opened(page)
    let body = try #require(harness.state.inspectorBody)
    let effects = harness.effects.count
    Self.send(.press, body.row + 2, body.column + 3, to: &harness)
    Self.send(.drag, body.row - 6, body.column + 9, to: &harness)
    Self.send(.release, body.row - 6, body.column + 9, to: &harness)
    #expect(harness.state.conversation.selection == nil)
    #expect(harness.effects.count == effects)
  }
}

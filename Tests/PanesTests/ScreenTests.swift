import Conversation
import Panes
import Support
import Testing
import Workbench

@Suite struct ScreenTests {
  private static let sizes = [(40, 120), (24, 80), (12, 40), (1, 1)]

  @Test("an empty conversation", arguments: sizes)
  func empty(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    expectSnapshot(harness.screen(), named: "empty-\(columns)x\(rows)")
  }

  @Test("the first start, with demo presets only", arguments: sizes)
  func firstStart(rows: Int, columns: Int) {
    var preset = Preset(
      name: "tour",
      endpoint: Endpoint(name: "demo", url: "http://127.0.0.1:5000/v1"),
      model: "tour"
    )
    preset.isDemo = true
    var harness = WorkbenchHarness(rows: rows, columns: columns, presets: [preset])
    expectSnapshot(harness.screen(), named: "first-start-\(columns)x\(rows)")
  }

  @Test("a reply that streams", arguments: sizes)
  func streaming(rows: Int, columns: Int) {
    var harness = Self.streaming(rows: rows, columns: columns)
    expectSnapshot(harness.screen(), named: "streaming-\(columns)x\(rows)")
  }

  @Test("replies that ended in every way", arguments: sizes)
  func endings(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    let endings: [Ending] = [
      .finished(reason: "stop"), .finished(reason: "length"), .incomplete, .cancelled,
      .failed(ReplyError(kind: .api, source: "openrouter", problem: "429, try later")),
    ]
    for ending in endings {
      harness.say("again")
      harness.receive("some text")
      harness.end(ending)
    }
    expectSnapshot(harness.screen(), named: "endings-\(columns)x\(rows)")
  }

  @Test("three lanes", arguments: sizes)
  func lanes(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(
      rows: rows,
      columns: columns,
      open: ["fast", "32k", "cloud"]
    )
    harness.say("Which one is best?")
    let answers = ["The first one, as it is the fastest of them all.", "It depends on the task."]
    for (request, answer) in zip(harness.requests, answers) {
      harness.receive(.phase(.sent), for: request.id)
      harness.wait(milliseconds: 120)
      let delta = Delta(channel: .content, text: answer, time: harness.now)
      harness.receive(.delta(delta), for: request.id)
    }
    harness.receive(.ended(.finished(reason: "stop")), for: RequestID(0))
    let refused = ReplyError(
      kind: .transport,
      source: "openrouter",
      problem: "connection refused; is the server running?"
    )
    harness.receive(.ended(.failed(refused)), for: RequestID(2))
    expectSnapshot(harness.screen(), named: "lanes-\(columns)x\(rows)")
  }

  @Test("help", arguments: sizes)
  func help(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.press("F1")
    expectSnapshot(harness.screen(), named: "help-\(columns)x\(rows)")
  }

  @Test("the preset picker", arguments: sizes)
  func picker(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.press("F2")
    harness.type("qw")
    expectSnapshot(harness.screen(), named: "picker-\(columns)x\(rows)")
  }

  @Test func theCaretIsTheRealCursor() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.type("h\u{E9}llo \u{6F22}")
    let layout = harness.state.layout
    let expected = Frame.Position(row: layout.prompt.row, column: layout.prompt.column + 2 + 8)
    #expect(harness.frame().cursor == expected)
  }

  @Test("draws at any size, with every overlay, and never writes a control")
  func anySize() {
    for rows in [1, 2, 5, 6, 7, 11, 16, 30, 300] {
      for columns in [1, 2, 19, 20, 25, 60, 77, 131, 500] {
        for keys in [
          "Esc", "F1", "F2", "F7", "^X", "^X y", "Alt-x", "/ Tab", "^X b", "^R", "Shift-Tab e",
          "Esc d", "^X p",
        ] {
          var harness = WorkbenchHarness(rows: rows, columns: columns, open: ["fast", "cloud"])
          harness.say("a\u{1B}[31m \u{202E}evil\u{7} \u{6F22}\u{5B57}")
          harness.receive("text \u{9B}31m\u{0}\u{E0041}")
          harness.press(keys)
          let frame = harness.frame()
          #expect(frame.size == ScreenSize(rows: rows, columns: columns))
          #expect(frame.cells.allSatisfy { $0.base == 0 || ($0.base >= 0x20 && $0.base != 0x7F) })
          #expect(!frame.cells.contains { (0x80...0x9F).contains($0.base) || $0.base == 0x202E })
        }
      }
    }
  }

  private static func streaming(rows: Int, columns: Int) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.say("Count one to five")
    harness.receive(.phase(.sent), for: RequestID(0))
    for (index, word) in ["1 ", "2 ", "3 ", "4 ", "5"].enumerated() {
      harness.wait(milliseconds: index == 0 ? 182 : 100)
      let delta = Delta(channel: .content, text: word, time: harness.now)
      harness.receive(.delta(delta), for: RequestID(0))
    }
    harness.wait(milliseconds: 250)
    harness.apply(.tick)
    return harness
  }
}

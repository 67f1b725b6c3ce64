import Broker
import Conversation
import Panes
import Reports
import Support
import Testing

@testable import Workbench
@testable import weir

/// A replay shows the same frames as the live stream did, and nothing that a server sent harms it.
@Suite struct ReplayedFramesTests {
  /// What the lanes showed at a moment, in nanoseconds after they were asked.
  private struct Shot {
    let moment: UInt64
    let cells: [[Cell]]
    let text: String
  }

  /// The cells of the lanes' texts, to which a cell or a colour more or less is a difference.
  ///
  /// What stands around them says where the reader stands (the figures of the stream, the ruler, the hints), and so differs.
  private static func texts(_ frame: Frame, of state: WorkbenchState) -> [[Cell]] {
    var cells: [[Cell]] = []
    for body in state.laneColumns.columns.map(\.body) {
      cells += (body.row..<body.endRow).map {
        Array(frame.row($0).dropFirst(body.column).prefix(body.columns))
      }
    }
    return cells
  }

  /// The recordings after they were written to a file and read again.
  private static func file(_ replies: [RecordedReply]) throws -> ReplayedFile {
    let bytes = Array(replies.map(\.lines).joined().utf8)
    let read = try bytes.withUnsafeBytes { bytes in try RecordingFile.replies(in: bytes) }
    return try #require(ReplayedFile(name: "x.weir.jsonl", read))
  }

  private static func replaying(
    _ replies: [RecordedReply],
    rows: Int,
    columns: Int
  ) throws -> WorkbenchHarness {
    let file = try file(replies)
    var harness = WorkbenchHarness(rows: rows, columns: columns) {
      $0.replay = Replay(file: file, speed: .realTime)
    }
    harness.press("Space Home")
    return harness
  }

  /// What the lanes showed while the streams came: at each moment at which a delta or an end did.
  private static func live(_ replies: [RecordedReply], rows: Int, columns: Int) -> [Shot] {
    var harness = WorkbenchHarness(rows: rows, columns: columns, open: replies.map(\.preset.name))
    harness.say(replies[0].prompt)
    // So that the lanes have the same room.
    harness.press("^X t")
    let start = harness.now
    var events = zip(harness.requests, replies).flatMap { $1.events(request: $0.id) }
    for index in events.indices { events[index].move(by: start) }
    var shots: [Shot] = []
    for (time, events) in Dictionary(grouping: events, by: \.time).sorted(by: { $0.key < $1.key }) {
      harness.wait(milliseconds: time.milliseconds(since: harness.now))
      harness.apply(.stream(events))
      let frame = harness.frame()
      guard events.contains(where: \.kind.isSeen) else { continue }
      let moment = time.counted(from: start).nanoseconds
      shots.append(
        Shot(moment: moment, cells: texts(frame, of: harness.state), text: frame.text)
      )
    }
    return shots
  }

  private static func expect(
    _ frame: Frame,
    of state: WorkbenchState,
    shows shot: Shot,
    _ what: String
  ) -> Bool {
    let isSame = texts(frame, of: state) == shot.cells
    #expect(isSame, "\(what)\nlive:\n\(shot.text)\nreplayed:\n\(frame.text)")
    return isSame
  }

  private static let sizes = [(24, 80), (30, 110), (60, 60)]

  @Test("one answer, stepped by delta", arguments: 1...12)
  func oneAnswer(seed: Int) throws {
    let stream = RecordedStream(seed: UInt64(seed)).reply
    let (rows, columns) = Self.sizes[seed % 3]
    let shots = Self.live([stream], rows: rows, columns: columns)
    var harness = try Self.replaying([stream], rows: rows, columns: columns)
    #expect(shots.count > 5)
    for (index, shot) in shots.enumerated() {
      harness.press(".")
      let frame = harness.frame()
      guard Self.expect(frame, of: harness.state, shows: shot, "delta \(index)") else { return }
    }
    #expect(!harness.state.isInPast)
    let byMoment = Dictionary(shots.map { ($0.moment, $0) }) { first, _ in first }
    while let moment = harness.state.conversation.ruler?.moment, moment > shots[0].moment {
      harness.press(",")
      let frame = harness.frame()
      let there = harness.state.conversation.ruler?.moment ?? 0
      let shot = try #require(byMoment[there])
      guard Self.expect(frame, of: harness.state, shows: shot, "back at \(there) ns") else {
        return
      }
    }
  }

  @Test("three lanes from moment to moment, twice", arguments: 1...8)
  func lanes(seed: Int) throws {
    let streams = WorkbenchHarness.presets.enumerated().map { index, preset in
      RecordedStream(
        [.sound, .reset, .cutOff][index],
        seed: UInt64(100 * seed + index),
        of: preset
      ).reply
    }
    let (rows, columns) = [(24, 80), (40, 150)][seed % 2]
    let shots = Self.live(streams, rows: rows, columns: columns)
    var state = try Self.replaying(streams, rows: rows, columns: columns).state
    var drawing = WorkbenchDrawing()
    // Gone back to, text above the view is not laid out again, so that only the way forth is compared to the cell.
    for (index, shot) in (shots + shots).enumerated() {
      if index == shots.count { state.seek(to: 0) }
      state.seek(to: shot.moment)
      state.layOut()
      let frame = drawing.frame(of: state, after: .everything)
      guard Self.expect(frame, of: state, shows: shot, "\(index) of \(shots.count)") else { return }
    }
  }

  @Test(
    "whatever a server sent",
    arguments: RecordedStream.Kind.allCases.flatMap { kind in (1...4).map { (kind, $0) } }
  )
  func hostile(kind: RecordedStream.Kind, seed: Int) throws {
    let stream = RecordedStream(kind, seed: UInt64(seed)).reply
    var harness = try Self.replaying([stream], rows: 24, columns: 80)
    let number = RecordedStream.Kind.allCases.firstIndex(of: kind) ?? 0
    var random = SeededGenerator(seed: UInt64(number * 100 + seed))
    let keys = [
      ".", ",", ". . .", "{", "}", "Home", "End", "Left", "Right", "Space", "0", "1", "5", "+", "-",
      "c", "F4", "Tab", "j", "s", "F4 ^X t", "^X Space", "Esc", "^X t",
    ]
    for _ in 0..<60 {
      let key = keys.randomElement(using: &random) ?? "."
      // Without the ruler, this asks for the rest of a reply.
      if key != "c" || harness.state.conversation.ruler != nil { harness.press(key) }
      harness.wait(milliseconds: Double.random(in: 0...400, using: &random))
      harness.apply(.tick)
      let size = [(24, 80), (12, 40), (50, 160), (5, 15)].randomElement(using: &random) ?? (24, 80)
      harness.apply(.resized(ScreenSize(rows: size.0, columns: size.1)))
      let frame = harness.frame()
      let isSafe = frame.cells.allSatisfy { $0.base == 0 || $0.isPrintable }
      #expect(isSafe, "\(frame.text)")
    }
    #expect(harness.requests.isEmpty)
    #expect(harness.takeUnsaved(isLeaving: true).isEmpty)
  }

  @Test(
    "what ended a hostile stream is said",
    arguments: [
      (RecordedStream.Kind.cutOff, "transport"), (.reset, "transport"), (.refused, "503"),
      (.silent, "transport"),
    ]
  )
  func saysTheEnd(kind: RecordedStream.Kind, words: String) throws {
    var harness = try Self.replaying([RecordedStream(kind, seed: 3).reply], rows: 30, columns: 120)
    harness.press("End Esc Esc")
    #expect(harness.screen().contains(words))
  }
}

extension StreamEvent {
  /// Has it happen so long after the clock's zero.
  fileprivate mutating func move(by start: MonotonicTime) {
    time.nanoseconds += start.nanoseconds
    guard case .delta(var delta) = kind else { return }
    for index in delta.marks.indices { delta.marks[index].time.nanoseconds += start.nanoseconds }
    kind = .delta(delta)
  }
}

extension StreamEvent.Kind {
  /// Whether the conversation shows it.
  fileprivate var isSeen: Bool {
    switch self {
    case .delta, .ended: true
    default: false
    }
  }
}

extension Cell {
  fileprivate var isPrintable: Bool {
    Unicode.Scalar(base).map {
      ![.control, .format, .surrogate].contains($0.properties.generalCategory)
    } ?? false
  }
}

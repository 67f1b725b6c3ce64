import Conversation
import Glibc
import Panes
import Terminal
import Workbench

/// Shows the last thing that happened in its first row, and does what a key says.
@MainActor struct Probe {
  let session: TerminalSession
  let signals: TerminalSignals
  private var status = "ready"
  private var isRunning = true
  private var rounds = 0
  private var fill: UInt32 = 0x20

  init(session: TerminalSession, signals: TerminalSignals) {
    self.session = session
    self.signals = signals
  }

  mutating func run() {
    paint()
    while isRunning {
      var descriptors = [
        pollfd(fd: session.inputDescriptor, events: session.pollEvents, revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let wait = session.inputDeadline.map { max(0, $0.milliseconds(since: .now())) + 1 }
      poll(&descriptors, 2, wait.map { Int32($0) } ?? -1)
      rounds += 1
      for signal in signals.drain() { handle(signal) }
      guard isRunning else { return }
      handleInput(isReadable: descriptors[0].revents & Int16(POLLIN | POLLHUP) != 0)
      paint()
    }
  }

  private mutating func handleInput(isReadable: Bool) {
    var inputs: [TerminalInput] = []
    if isReadable {
      guard case .input(let read) = session.readInput() else {
        isRunning = false
        return
      }
      inputs = read
    }
    if let deadline = session.inputDeadline, deadline <= .now() {
      inputs += session.flushPendingInput()
    }
    for input in inputs { handle(input) }
  }

  private mutating func handle(_ signal: TerminalSignal) {
    switch signal {
    case .resized: session.resize()
    case .suspend: session.suspend()
    case .resumed: session.resumed()
    case .terminate, .hangUp, .interrupt, .quit: isRunning = false
    }
    status = "signal \(signal)"
  }

  private mutating func handle(_ input: TerminalInput) {
    switch input {
    case .key(let key):
      status = "key \(key.notation)"
      if case .character(let character) = key.code, key.modifiers.isEmpty { act(on: character) }
    case .paste(let text): status = "paste \(text.utf8.count)"
    case .mouse(let event): status = "mouse \(event.kind) \(event.row) \(event.column)"
    case .focus(let isFocused): status = "focus \(isFocused)"
    }
  }

  private mutating func act(on character: Character) {
    if let crash = Crash(key: character) { crash.happen() }
    switch character {
    case "q": isRunning = false
    case "x": exit(3)
    case "z":
      session.suspend()
      status = "back"
    case "e":
      session.withTerminalGivenBack { _ = write(1, "lent\n", 5) }
      status = "returned"
    case "g":
      fill = fill == 0x61 ? 0x62 : 0x61
    case "n": _ = write(2, "noise\n", 6)
    case "b": session.notify("noted", by: .both)
    case "t": session.setTitle("a title")
    case "y": session.writeOSC52("héllo")
    case "m": session.setMouse(false)
    case "c": status = "\(session.capabilities.colors)"
    default: break
    }
  }

  private func paint() {
    let size = session.size
    var frame = Frame(size: size)
    for index in frame.cells.indices.dropFirst(3 * size.columns) { frame.cells[index].base = fill }
    let place = "\(size.rows)x\(size.columns)"
    for (row, text) in [status, place, "\(rounds) rounds"].enumerated() where row < size.rows {
      for (column, scalar) in text.unicodeScalars.enumerated() where column < size.columns {
        frame.cells[row * size.columns + column].base = scalar.value
      }
    }
    frame.cursor = Frame.Position(row: 0, column: min(status.count, size.columns - 1))
    session.paint(frame)
  }
}

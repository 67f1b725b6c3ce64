import Glibc
import Workbench

/// A program in a pseudo terminal of its own, seen and used as a person would.
///
/// Its output flows into a `VirtualTerminal` at any time, whose answers flow back. Nothing here
/// blocks a thread of the test: waiting is on conditions, with a limit only as a guard against hanging.
/// The program is killed when this goes.
package final class PTYProcess: Sendable {
  /// Far longer than anything takes: a test that gets here has failed.
  package static let limitInSeconds = 30.0

  private let pump: PTYPump

  /// Starts `program` (a path).
  ///
  /// The environment is `environment` over a plain one: an xterm, UTF-8, no home worth the name.
  /// - Throws: `PTYError.system`.
  package init(
    _ program: String,
    _ arguments: [String] = [],
    size: ScreenSize = ScreenSize(rows: 24, columns: 80),
    environment: [String: String] = [:],
    standardError: String? = nil
  ) throws {
    let plain = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/nonexistent",
      "PATH": "/usr/local/bin:/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    ]
    let spawned = try PTYSpawn(
      program,
      arguments,
      size: size,
      environment: plain.merging(environment) { _, given in given },
      standardError: standardError
    )
    pump = PTYPump(spawned: spawned, size: size)
    pump.start()
  }

  deinit { pump.end() }

  package var pid: pid_t { pump.pid }

  /// Types, or pastes: the bytes go to the program's input as it takes them.
  package func send(_ text: String) { send(Array(text.utf8)) }

  package func send(_ bytes: [UInt8]) { pump.send(bytes) }

  package func signal(_ number: Int32) { kill(pid, number) }

  package func resize(to size: ScreenSize) { pump.resize(to: size) }

  /// What is on the screen now.
  package func screen() -> VirtualScreen { pump.withTerminal { $0.snapshot() } }

  package func cell(row: Int, column: Int) -> VirtualCell {
    pump.withTerminal { $0.cell(row: row, column: column) }
  }

  /// How many bytes the program has written in all.
  package var receivedCount: Int { pump.withTerminal { $0.receivedCount } }

  /// All bytes that the program has written.
  package var received: [UInt8] { pump.withTerminal { $0.received } }

  /// Takes the terminal away, as a terminal emulator does that is killed; nothing is seen from then on.
  package func hangUp() { pump.hangUp() }

  /// Like a terminal that is stopped: the program's output stays where it is.
  package func stopReading() { pump.setReading(false) }

  package func goOnReading() { pump.setReading(true) }

  /// The modes of the terminal itself before the program was there.
  package var modesBefore: termios { pump.modesBefore }

  /// The modes of the terminal itself (cooked or raw).
  package var inputModes: termios { pump.inputModes }

  /// Waits until the screen is as `condition` wants it; looks after every piece of output.
  ///
  /// - Throws: `PTYError.timedOut` with the last screen.
  @discardableResult package func waitUntil(
    _ condition: @escaping @Sendable (VirtualScreen) -> Bool
  ) async throws -> VirtualScreen {
    try await pump.wait { screen, _ in condition(screen) }
  }

  /// Waits until `text` is on the screen.
  @discardableResult package func waitFor(_ text: String) async throws -> VirtualScreen {
    try await waitUntil { $0.contains(text) }
  }

  /// Waits until the program has ended, and every process that had the terminal with it.
  ///
  /// `screen()` is the final one then.
  @discardableResult package func waitForExit() async throws -> ProcessEnding {
    try await pump.wait { _, ending in ending != nil }
    return try pump.ending.orThrow()
  }
}

extension ProcessEnding? {
  fileprivate func orThrow() throws -> ProcessEnding {
    guard let self else { throw PTYError.timedOut(screen: [], ending: nil) }
    return self
  }
}

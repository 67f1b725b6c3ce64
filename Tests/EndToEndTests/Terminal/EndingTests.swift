import Glibc
import Support
import Testing
import Workbench

/// Whichever way weir ends, the terminal is as it was before.
@Suite(.serialized, .timeLimit(.minutes(2))) struct EndingTests {
  /// A way to end weir, and how it must end then.
  struct Way: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let ending: ProcessEnding
    let act: @Sendable (PTYProcess) async throws -> Void

    init(
      _ name: String,
      _ ending: ProcessEnding = .exited(0),
      act: @escaping @Sendable (PTYProcess) async throws -> Void
    ) {
      testDescription = name
      self.ending = ending
      self.act = act
    }
  }

  static let ways = [
    Way("^D in an empty prompt") { $0.send(Typed.control("d")) },
    Way("^C twice") {
      $0.send(Typed.control("c"))
      try await $0.waitFor("again to quit")
      $0.send(Typed.control("c"))
    },
    Way("^X q") { $0.send(Typed.control("x") + "q") },
    Way("SIGTERM") { $0.signal(SIGTERM) },
    Way("SIGHUP") { $0.signal(SIGHUP) },
    Way("SIGINT") { $0.signal(SIGINT) },
    Way("SIGQUIT") { $0.signal(SIGQUIT) },
    Way("kill -9", .signaled(SIGKILL)) { $0.signal(SIGKILL) },
    Way("SIGABRT", .signaled(SIGABRT)) { $0.signal(SIGABRT) },
    Way("SIGSEGV", .signaled(SIGSEGV)) { $0.signal(SIGSEGV) },
  ]

  @Test("the terminal is given back", arguments: ways)
  func givesTheTerminalBack(after way: Way) async throws {
    let home = try Home()
    let weir = try await home.openAndWait()
    try await settle(weir)
    #expect(weir.inputModes.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)
    #expect(weir.screen().modes.decPrivate.isSuperset(of: [1049, 2004, 1000]))
    try await way.act(weir)
    #expect(try await weir.waitForExit() == way.ending)
    expectGivenBack(weir)
  }

  @Test("the terminal is given back while an answer streams", arguments: ways.filter(\.isSignal))
  func givesTheTerminalBackInMidStream(after way: Way) async throws {
    let server = LoopbackServer(Answers.stalled("half an"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("half an")
    try await way.act(weir)
    #expect(try await weir.waitForExit() == way.ending)
    expectGivenBack(weir)
  }

  @Test func endsWhenTheTerminalVanishes() async throws {
    let home = try Home()
    let weir = try await home.openAndWait()
    weir.hangUp()
    #expect(try await weir.waitForExit() == .exited(0))
  }

  @Test func endsWhenTheTerminalVanishesInMidStream() async throws {
    let server = LoopbackServer(Answers.stalled("half an"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("half an")
    weir.send("a draft")
    try await weir.waitFor("a draft")
    weir.hangUp()
    #expect(try await weir.waitForExit() == .exited(0))
    #expect(home.contents(of: "state/weir/draft") == "a draft")
  }

  @Test func aWrongOptionIsWrongUsage() async throws {
    let home = try Home()
    let weir = try home.open(["--no-such-option"])
    #expect(try await weir.waitForExit() == .exited(2))
    #expect(!weir.received.contains(0x1B))
  }

  /// The answers of the terminal to weir's questions come before the key: they are read when it is.
  private func settle(_ weir: PTYProcess) async throws {
    weir.send("x")
    try await weir.waitFor("❯ x")
    weir.send("\u{7F}")
    try await weir.waitUntil { !$0.contains("❯ x") }
  }

  private func expectGivenBack(_ weir: PTYProcess) {
    let (before, after) = (weir.modesBefore, weir.inputModes)
    #expect(
      [after.c_iflag, after.c_oflag, after.c_cflag, after.c_lflag]
        == [before.c_iflag, before.c_oflag, before.c_cflag, before.c_lflag]
    )
    let screen = weir.screen()
    #expect(screen.modes.decPrivate.subtracting([7, 25]) == [])
    #expect(screen.modes.keyboardDepth == 0)
    #expect(screen.modes.modifyOtherKeys == 0)
    #expect(screen.modes.reordersText)
    #expect(screen.cursor != nil)
    // The alternate screen took with it all that weir had drawn.
    #expect(screen.rows.filter { !$0.isEmpty } == [])
    let bytes = String(decoding: weir.received, as: UTF8.self)
    for sequence in ["?1049l", "?25h", "?2004l", "?1000l", "?1002l", "?1006l"] {
      #expect(bytes.contains("\u{1B}[\(sequence)"), "\(sequence) was written")
    }
  }
}

extension EndingTests.Way {
  fileprivate var isSignal: Bool {
    testDescription.hasPrefix("SIG") || testDescription.hasPrefix("kill")
  }
}

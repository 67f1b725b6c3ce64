import Glibc
import Support
import Terminal
import Testing
import Workbench

/// A program with a screen, in a terminal of its own: how it takes the terminal and gives it back.
@Suite struct ProbeTests {
  @Test func takesAndGivesBackTheTerminal() async throws {
    let process = try await PTYProcess.probe()
    let screen = process.screen()
    #expect(screen.rows.prefix(2) == ["ready", "24x80"])
    #expect(screen.modes.decPrivate.isSuperset(of: [1049, 2004, 1004, 1000, 1002, 1006]))
    #expect(screen.modes.keyboardDepth == 1)
    #expect(screen.modes.modifyOtherKeys == 2)
    #expect(!screen.modes.reordersText)
    process.send("q")
    #expect(try await process.waitForExit() == .exited(0))
    process.expectGivenBack()
  }

  @Test(
    "gives the terminal back when it dies",
    arguments: [
      ("F", SIGTRAP), ("I", SIGTRAP), ("O", SIGTRAP), ("N", SIGTRAP), ("S", SIGSEGV),
      ("B", SIGBUS), ("A", SIGABRT), ("R", SIGSEGV), ("K", SIGKILL),
    ]
  )
  func givesBackAfter(key: String, signal: Int32) async throws {
    let process = try await PTYProcess.probe()
    process.send(key)
    let ending = try await process.waitForExit()
    #expect(ending == .signaled(signal) || (signal == SIGTRAP && ending == .signaled(SIGILL)))
    process.expectGivenBack()
  }

  @Test("ends in good order on a signal", arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func endsOn(signal: Int32) async throws {
    let process = try await PTYProcess.probe()
    process.signal(signal)
    #expect(try await process.waitForExit() == .exited(0))
    process.expectGivenBack()
  }

  @Test func givesBackWhenTheWholeJobIsKilled() async throws {
    let process = try await PTYProcess.probe()
    kill(-process.pid, SIGKILL)
    #expect(try await process.waitForExit() == .signaled(SIGKILL))
    process.expectGivenBack()
  }

  @Test func givesBackOnExit() async throws {
    let process = try await PTYProcess.probe()
    process.send("x")
    #expect(try await process.waitForExit() == .exited(3))
    process.expectGivenBack()
  }

  @Test func endsWhenTheTerminalIsGone() async throws {
    let process = try await PTYProcess.probe()
    process.hangUp()
    #expect(try await process.waitForExit() == .exited(0))
  }

  @Test func showsTheLastWordsAfterTheScreen() async throws {
    // High enough for the stack trace that a debug runtime adds.
    let process = try await PTYProcess.probe(size: ScreenSize(rows: 200, columns: 200))
    process.send("F")
    try await process.waitForExit()
    #expect(process.screen().contains("the probe was told to"))
  }

  @Test func keepsNoiseOffTheScreenUntilItIsGone() async throws {
    let process = try await PTYProcess.probe()
    process.send("n")
    let screen = try await process.waitFor("key n")
    #expect(!screen.contains("noise"))
    process.send("q")
    try await process.waitForExit()
    #expect(process.screen().contains("noise"))
  }

  @Test func leavesStandardErrorAloneWhereItIsNoTerminal() async throws {
    let process = try await PTYProcess.probe(standardError: "/dev/null")
    process.send("nq")
    try await process.waitForExit()
    #expect(!process.screen().contains("noise"))
  }
}

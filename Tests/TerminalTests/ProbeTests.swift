import Glibc
import Support
import Terminal
import Testing
import Workbench

@Suite struct ProbeTests {
  private func probe(environment: [String: String] = [:]) async throws -> PTYProcess {
    let process = try PTYProcess(BuiltProduct.path("CrashProbe"), environment: environment)
    try await process.waitFor("ready")
    return process
  }

  @Test func takesAndGivesBackTheTerminal() async throws {
    let process = try await probe()
    let screen = process.screen()
    #expect(screen.rows.prefix(2) == ["ready", "24x80"])
    #expect(screen.modes.decPrivate.isSuperset(of: [1049, 2004, 1004, 1000, 1002, 1006]))
    #expect(screen.modes.keyboardDepth == 1)
    #expect(screen.modes.modifyOtherKeys == 2)
    process.send("q")
    #expect(try await process.waitForExit() == .exited(0))
    expectGivenBack(process)
  }

  @Test(
    "gives the terminal back when it dies",
    arguments: [
      ("F", SIGTRAP), ("I", SIGTRAP), ("O", SIGTRAP), ("N", SIGTRAP), ("S", SIGSEGV),
      ("B", SIGBUS), ("A", SIGABRT), ("R", SIGSEGV), ("K", SIGKILL),
    ]
  )
  func givesBackAfter(key: String, signal: Int32) async throws {
    let process = try await probe()
    process.send(key)
    let ending = try await process.waitForExit()
    #expect(ending == .signaled(signal) || (signal == SIGTRAP && ending == .signaled(SIGILL)))
    expectGivenBack(process)
  }

  private func expectGivenBack(_ process: PTYProcess) {
    let screen = process.screen()
    #expect(screen.modes.decPrivate.subtracting([25, 7]) == [])
    #expect(screen.modes.keyboardDepth == 0)
    #expect(screen.modes.modifyOtherKeys == 0)
    #expect(screen.cursor != nil)
    let cooked = tcflag_t(ICANON | ECHO | ISIG)
    #expect(process.inputModes.c_lflag & cooked == cooked)
  }
}

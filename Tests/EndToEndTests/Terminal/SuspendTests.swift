import Glibc
import Support
import Testing

/// weir as a job of a shell: stopped, continued, and whole again.
@Suite(.serialized, .timeLimit(.minutes(2))) struct SuspendTests {
  /// A shell that runs weir as a job, and after each time that it stopped waits for a line before it goes on.
  ///
  /// No loop, since a job that stops inside one ends bash's loop.
  private func openInShell(_ home: Home) throws -> PTYProcess {
    let script = """
      set -m
      "$0"; echo "stopped 1"; read line
      fg >/dev/null; echo "stopped 2"; read line
      fg >/dev/null; echo "weir is gone"
      """
    return try PTYProcess(
      "/bin/bash",
      ["-c", script, BuiltProduct.path("weir")],
      environment: home.environment
    )
  }

  @Test func stopsAndComesBackWhole() async throws {
    let server = LoopbackServer(Answers.whole("an answer"))
    let home = try Home()
    try home.configure(["local": server.url])
    let shell = try openInShell(home)
    let cooked = shell.modesBefore.c_lflag
    try await shell.waitFor("prompt")
    shell.send("hello" + Typed.enter)
    try await shell.waitUntil { $0.contains("an answer") && $0.contains("✓ stop") }
    shell.send("a draft")
    let before = try await shell.waitFor("❯ a draft")

    for time in 1...2 {
      shell.send(Typed.control("z"))
      let stopped = try await shell.waitFor("stopped \(time)")
      #expect(!stopped.contains("an answer"))
      #expect(stopped.modes.decPrivate.subtracting([7, 25]) == [])
      #expect(shell.inputModes.c_lflag == cooked)
      shell.send("\n")
      try await shell.waitUntil {
        $0.rows == before.rows && $0.cursor == before.cursor
          && $0.modes.decPrivate.symmetricDifference(before.modes.decPrivate).isSubset(of: [7])
      }
    }
    shell.send(Typed.control("u") + Typed.control("d"))
    try await shell.waitFor("weir is gone")
    #expect(shell.inputModes.c_lflag == cooked)
  }

  @Test func anAnswerGoesOnAfterTheStop() async throws {
    let latch = Latch()
    let server = LoopbackServer(Answers.paused("one", until: latch, then: " two"))
    let home = try Home()
    try home.configure(["local": server.url])
    let shell = try openInShell(home)
    try await shell.waitFor("prompt")
    shell.send("hello" + Typed.enter)
    try await shell.waitFor("one")
    shell.send(Typed.control("z"))
    try await shell.waitFor("stopped 1")
    latch.open()
    shell.send("\n")
    try await shell.waitUntil { $0.contains("one two") && $0.contains("✓ stop") }
  }
}

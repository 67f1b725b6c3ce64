import Foundation
import Testing
import Workbench

@testable import weir

@Suite struct PipedCommandTests {
  init() { signal(SIGPIPE, SIG_IGN) }

  private static func run(_ command: String, _ input: String = "") -> (String, CommandOutput.Ending)
  {
    PipedCommand(command: command, input: input).run { false }
  }

  @Test func givesTheTextAndTakesOutputAndErrors() {
    let (text, ending) = Self.run("tr a-z A-Z; echo oops >&2; exit 3", "hello\n")
    #expect(text == "HELLO\noops\n")
    #expect(ending == .exited(status: 3))
  }

  @Test func movesMoreThanAPipeHolds() {
    let input = String(repeating: "0123456789\n", count: 40_000)
    let (text, ending) = Self.run("cat", input)
    #expect(text == input)
    #expect(ending == .exited(status: 0))
  }

  @Test func endsWhereTheCommandReadsNothing() {
    let (text, ending) = Self.run("echo done", String(repeating: "x", count: 1_000_000))
    #expect(text == "done\n")
    #expect(ending == .exited(status: 0))
  }

  @Test func doesNotWaitForWhatTheCommandLeavesRunning() {
    let (text, ending) = Self.run("sleep 1000 & echo started")
    #expect(text == "started\n")
    #expect(ending == .exited(status: 0))
  }

  @Test func hasNoTerminal() {
    #expect(Self.run("(: < /dev/tty) 2>/dev/null && echo tty || echo none").0 == "none\n")
  }

  @Test func stopsWhereItIsAskedTo() {
    let (_, ending) = PipedCommand(command: "sleep 1000", input: "").run { true }
    #expect(ending == .stopped)
  }

  @Test func stopsWhenItsTimeIsOver() {
    let (text, ending) = PipedCommand(command: "echo a; sleep 1000", input: "", limitSeconds: 0).run
    {
      false
    }
    #expect(["", "a\n"].contains(text))
    #expect(ending == .ranTooLong(seconds: 0))
  }

  @Test func keepsOnlySoMuch() {
    let (text, ending) = PipedCommand(command: "yes", input: "", mostBytes: 1_000).run { false }
    #expect(text.utf8.count == 1_000)
    #expect(ending == .printedTooMuch(bytes: 1_000))
  }

  @Test func saysWhichSignalEndedIt() {
    #expect(Self.run("kill -9 $$").1 == .killed(signal: SIGKILL))
  }
}

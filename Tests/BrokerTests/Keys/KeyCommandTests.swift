import Testing

@testable import Broker

@Suite struct KeyCommandTests {
  @Test func isEndedWhenItRunsTooLong() {
    let command = KeyCommand("while :; do :; done", environment: [:], limitMilliseconds: 50)
    #expect(command.run() == .ranTooLong)
  }

  @Test func isEndedWithEverythingItStarted() {
    let command = KeyCommand("sleep 1000 & wait", environment: [:], limitMilliseconds: 50)
    #expect(command.run() == .ranTooLong)
  }

  @Test func printsMoreThanAPipeHolds() {
    let command = KeyCommand("yes | head -c 300000", environment: ["PATH": "/usr/bin:/bin"])
    guard case .printed(let output) = command.run() else {
      Issue.record("the command failed")
      return
    }
    #expect(output.utf8.count >= 65_536)
  }
}

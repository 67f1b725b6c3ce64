extension WorkbenchHarness {
  /// Said "one", answered "eins", said "two", answered "zwei".
  package static func answered() -> WorkbenchHarness {
    var harness = WorkbenchHarness()
    for (said, answer) in [("one", "eins"), ("two", "zwei")] {
      harness.say(said)
      harness.receive(answer)
      harness.end()
      harness.wait(milliseconds: 1_000)
    }
    return harness
  }
}

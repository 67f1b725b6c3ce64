/// Why a command cannot do what it was asked, in one sentence that says what to do; exit code 2.
struct UsageProblem: Error, Sendable, Hashable {
  var message: String

  init(_ message: String) {
    self.message = message
  }
}

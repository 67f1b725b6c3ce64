import ArgumentParser

/// Why a command cannot do what it was asked, in one sentence that says what to do; exit code 2.
struct UsageProblem: Error, Sendable, Hashable {
  var message: String

  init(_ message: String) {
    self.message = message
  }

  /// Says it on standard error.
  ///
  /// - Returns: What a command throws to end with `status`.
  func reported(as status: ExitStatus = .usage) -> ExitCode {
    StandardError.write("weir: \(message)")
    return status.code
  }
}

import ArgumentParser

/// What weir's exit codes mean.
enum ExitStatus: Int32 {
  case success = 0
  case failure = 1
  /// Wrong usage, or a configuration that cannot be used.
  case usage = 2
  /// The endpoint answered with an error, or not to the end.
  case endpoint = 3
  case timeLimit = 4
  /// A comparison came out other than was asked for.
  case unmet = 5
  /// By SIGHUP.
  case hungUp = 129
  /// By SIGINT.
  case cancelled = 130
  /// By SIGTERM.
  case terminated = 143

  /// To be thrown by a command that has said why.
  var code: ExitCode { ExitCode(rawValue) }
}

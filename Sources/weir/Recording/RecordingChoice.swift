import ArgumentParser

/// The option of commands that can be recorded.
struct RecordingChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep what goes over the wire in this file; see `weir record`.",
      valueName: "file"
    ),
    completion: .file()
  )
  var record: String?

  /// What records; `nil` where nothing is to be.
  func recorder() throws(UsageProblem) -> ReplyRecorder? {
    guard let record else { return nil }
    return try ReplyRecorder(path: record)
  }
}

extension ReplyRecorder {
  /// Completes the file, and says what is missing from it.
  ///
  /// - Returns: The exit status of a command that ended with another one: a failure where something is missing.
  func report(over status: ExitStatus) -> ExitStatus {
    finish()
    guard let trouble else { return status }
    StandardError.write("weir: \(trouble)")
    return status == .success ? .failure : status
  }
}

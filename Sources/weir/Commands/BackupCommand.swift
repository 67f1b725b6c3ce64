import ArgumentParser

/// `weir backup`: a copy of the archive, taken while it is in use.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy all conversations into one file, while weir may be running.",
    discussion: "The copy is a database of its own; put it in the archive's place to go back to it."
  )

  @Argument(help: "The file to write, which must not be there yet.", completion: .file())
  var file: String

  func run() throws {
    let sessions = SessionsArchive()
    let soundness = try sessions.answer(.backup(to: file))
    try StandardOutput.say("copied to \(file)")
    guard soundness == .damaged else { return }
    StandardError.write(
      """
      weir: \(sessions.archive.path) is damaged, and so is the copy; weir sessions export --all saves what can \
      still be read
      """
    )
    throw ExitStatus.failure.code
  }
}

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
    try SessionsArchive().answer(.backup(to: file))
    print("copied to \(file)")
  }
}

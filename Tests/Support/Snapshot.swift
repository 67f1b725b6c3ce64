import FoundationEssentials
import Testing

/// Compares a text with a file beside the test, so that a screen is read as it is drawn.
///
/// A missing file is written and fails the run; to take a new screen, delete the file, run, and read it.
package func expectSnapshot(
  _ text: String,
  named name: String,
  testFile: String = #filePath,
  location: SourceLocation = #_sourceLocation
) {
  let folder = testFile.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  let path = (folder + ["Snapshots", "\(name).txt"]).joined(separator: "/")
  expectFile(text + "\n", at: path, location: location)
}

/// Compares a text with a file of the project, which is written, with a failure, where it is missing.
package func expectFile(
  _ text: String,
  at path: String,
  location: SourceLocation = #_sourceLocation
) {
  let manager = FileManager.default
  guard let data = manager.contents(atPath: path) else {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try? manager.createDirectory(
      atPath: folder.joined(separator: "/"),
      withIntermediateDirectories: true
    )
    _ = manager.createFile(atPath: path, contents: Data(text.utf8))
    Issue.record("recorded \(path); read it and run again", sourceLocation: location)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  #expect(text == expected, "differs from \(path)", sourceLocation: location)
}

import Foundation
import Testing

/// A make-believe machine for a script: a folder of commands that is the whole `PATH`.
///
/// A class so that the folder goes when the test is done.
final class Machine {
  /// How a run of the script ended.
  struct Run: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "weir-machine-\(UUID().uuidString)")

  /// `packages` is what `dpkg-query` lists as installed, name to version.
  init(packages: [String: String], commands: Set<String> = ["git", "ld.gold"]) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for tool in ["bash", "dirname", "env", "readlink", "sed", "touch", "uname"] {
      let path = ["/usr/bin/", "/bin/"].map { $0 + tool }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: tool).path(),
        withDestinationPath: #require(path)
      )
    }
    for command in commands { try add(command, script: "exit 0") }
    let lines = packages.map { "\($0.key) \($0.value) installed" }.sorted()
    try add(
      "dpkg-query",
      script: "printf '%s\\n' \(lines.map { "'\($0)'" }.joined(separator: " "))"
    )
    try add("apt-get", script: "echo \"apt-get $*\"; exit 0")
    try add("id", script: "echo 0")
    try add("swift", script: "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Puts a command on the machine, or another one in its place.
  func add(_ command: String, script: String) throws {
    let file = folder.appending(path: command)
    try "#!/bin/bash\n\(script)\n".write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path())
  }

  func remove(_ command: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: command))
  }

  /// Runs a script of `scripts/` on this machine, with nothing on its standard input.
  func run(_ script: String, _ arguments: String...) throws -> Run {
    let process = Process()
    let scripts = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../scripts").standardized
    process.executableURL = scripts.appending(path: script)
    process.arguments = arguments
    process.environment = ["PATH": folder.path(), "HOME": folder.path()]
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self)
    )
  }
}

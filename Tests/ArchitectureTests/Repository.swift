import Foundation
import Testing

/// The files of this repository, found from where this file was compiled.
enum Repository {
  /// The folder that holds `Package.swift`.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file whose path is given from the root.
  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Every file that is, or by `.gitignore` may be, under version control; paths from the root.
  static func paths() throws -> [String] {
    let git = Process()
    let output = Pipe()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = [
      "git", "-C", root.path(percentEncoded: false), "ls-files", "-z", "--cached", "--others",
      "--exclude-standard", "--deduplicate",
    ]
    git.standardOutput = output
    try git.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    try #require(git.terminationStatus == 0, "git cannot list the files of \(root.path())")
    return String(decoding: bytes, as: UTF8.self).split(separator: "\0").map(String.init)
      .filter { FileManager.default.fileExists(atPath: root.appending(path: $0).path()) }
  }

  /// The Swift files of a folder such as `Sources/`, each with its lines.
  static func swiftFiles(in folder: String) throws -> [SourceFile] {
    try paths().filter { $0.hasPrefix(folder) && $0.hasSuffix(".swift") }.sorted().map {
      SourceFile(path: $0, text: try text(of: $0))
    }
  }
}

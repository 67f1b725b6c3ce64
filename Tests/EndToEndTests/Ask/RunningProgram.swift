import Foundation
import Glibc
import Support

/// The built weir with pipes around it, while it runs.
///
/// A class because it owns the process; it is killed when this goes.
final class RunningProgram {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let errors: URL

  /// Starts it with no configuration, unless `configuration` is one; `nil` as input leaves that open for ``send(_:)``.
  init(_ arguments: [String], input text: String? = "", configuration: String? = nil) throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "weir-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    errors = home.appending(path: "errors")
    try Data().write(to: errors)
    if let configuration { try Data(configuration.utf8).write(to: home.appending(path: "c.toml")) }
    process.executableURL = URL(filePath: BuiltProduct.path("weir"))
    process.arguments = arguments
    process.environment = ["HOME": home.path]
    if configuration != nil {
      process.environment?["WEIR_CONFIG"] = home.appending(path: "c.toml").path
    }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    guard let text else { return }
    try send(text)
    try closeInput()
  }

  deinit {
    if process.isRunning { process.terminate() }
    try? FileManager.default.removeItem(at: errors.deletingLastPathComponent())
  }

  func send(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  func closeInput() throws {
    try input.fileHandleForWriting.close()
  }

  /// Reads until the output so far ends with `text`, or ends.
  func read(until text: String) -> String {
    var seen = Data()
    while !seen.hasSuffix(text) {
      let bytes = output.fileHandleForReading.availableData
      if bytes.isEmpty { break }
      seen += bytes
    }
    return String(decoding: seen, as: UTF8.self)
  }

  /// Waits for the next byte of the output, and leaves the rest; `nil` at its end.
  func readByte() throws -> UInt8? {
    try output.fileHandleForReading.read(upToCount: 1)?.first
  }

  func interrupt() {
    process.interrupt()
  }

  /// Asks it to end, as whoever shuts a machine down does.
  func terminate() {
    process.terminate()
  }

  /// Asks it to end again and again until it has ended, with its output left unread.
  func terminateUntilItEnds() {
    while process.isRunning {
      process.terminate()
      sched_yield()
    }
  }

  /// Ends it as nothing else does, and waits until it is gone.
  func kill() {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Closes the reading end of its standard output.
  func closeOutput() throws {
    try output.fileHandleForReading.close()
  }

  /// What is left of the output, and everything on standard error, when it has ended.
  func outcome() throws -> BuiltProgram.Outcome {
    let rest = try? output.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return BuiltProgram.Outcome(
      status: process.terminationStatus,
      output: String(decoding: rest ?? Data(), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    )
  }
}

extension Data {
  fileprivate func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count) == Data(text.utf8) }
}

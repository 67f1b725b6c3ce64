import Foundation

/// The weir that was built beside the tests, run without a terminal.
struct BuiltProgram {
  /// What a run left behind.
  struct Outcome: Equatable {
    var status: Int32
    var output = ""
    var errors = ""
  }

  /// All that the program sees of the environment.
  var environment: [String: String]

  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  func run(_ arguments: [String]) throws -> Outcome {
    try run(Self.folder().appending(path: "weir"), arguments, environment: environment)
  }

  /// Runs a script of bash that finds the program as `weir`.
  func shell(_ script: String) throws -> Outcome {
    let path = try "\(Self.folder().path):/usr/bin:/bin"
    return try run(
      URL(filePath: "/bin/bash"),
      ["-c", script],
      environment: environment.merging(["PATH": path]) { $1 }
    )
  }

  private static func folder() throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests).deletingLastPathComponent()
  }

  private func run(
    _ executable: URL,
    _ arguments: [String],
    environment: [String: String]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    let output = Pipe()
    let errors = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Both are far smaller than a pipe holds, so one may be read after the other.
    let outputBytes = try output.fileHandleForReading.readToEnd() ?? Data()
    let errorBytes = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: outputBytes, as: UTF8.self),
      errors: String(decoding: errorBytes, as: UTF8.self)
    )
  }
}

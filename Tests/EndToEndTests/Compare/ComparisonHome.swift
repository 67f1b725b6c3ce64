import Foundation
import Support

/// A directory for the files of one comparison; goes with this value.
final class ComparisonHome: Sendable {
  private let directory = FileManager.default.temporaryDirectory
    .appending(path: "weir-compare-\(UUID().uuidString)")

  init() {
    try? FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  func path(_ name: String) -> String { directory.appending(path: name).path }

  /// - Returns: Its path.
  func write(_ text: String, to name: String) throws -> String {
    try write(bytes: Array(text.utf8), to: name)
  }

  /// - Returns: Its path.
  func write(bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: directory.appending(path: name))
    return path(name)
  }

  func append(_ text: String, to name: String) throws {
    _ = try write(try read(name) + text, to: name)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: directory.appending(path: name)), as: UTF8.self)
  }

  func answers(_ name: String) throws -> [[String: Any]] { try Self.objects(try read(name)) }

  /// The first object that a program wrote.
  static func object(_ text: String) throws -> [String: Any] { try objects(text).first ?? [:] }

  /// Starts `weir compare`, or another command, with a preset for each server: `p`, `q`, and `j` for a third.
  func start(
    _ arguments: [String],
    command: String = "compare",
    input: String? = "",
    asking servers: [LoopbackServer]
  ) throws -> RunningProgram {
    let presets = zip(["p", "q", "j"], servers).map { name, server in
      """
      [endpoint.\(name)]
      url = "\(server.url)"
      [preset.\(name)]
      endpoint = "\(name)"
      model = "m"

      """
    }
    return try RunningProgram(
      [command] + arguments,
      input: input,
      configuration: presets.joined()
    )
  }

  func run(
    _ arguments: [String],
    input: String? = "",
    asking servers: [LoopbackServer]
  ) throws -> BuiltProgram.Outcome {
    try start(arguments, input: input, asking: servers).outcome()
  }

  fileprivate static func objects(_ lines: String) throws -> [[String: Any]] {
    try lines.split(separator: "\n").map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    }
  }
}

extension BuiltProgram.Outcome {
  /// What it has written, a JSON object a line.
  var answers: [[String: Any]] {
    get throws { try ComparisonHome.objects(output) }
  }
}

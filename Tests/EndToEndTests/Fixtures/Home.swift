import Foundation
import Support
import Workbench

/// A home directory for one test, with nothing in it but what the test puts there; goes with this value.
final class Home: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "weir-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: path + "/config/weir",
      withIntermediateDirectories: true
    )
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What weir reads where its files are; the rest of the environment is the test terminal's.
  var environment: [String: String] {
    [
      "HOME": path,
      "XDG_CONFIG_HOME": path + "/config",
      "XDG_STATE_HOME": path + "/state",
      "XDG_DATA_HOME": path + "/data",
      "XDG_CACHE_HOME": path + "/cache",
    ]
  }

  func makeDirectory(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: self.path + "/" + path,
      withIntermediateDirectories: true
    )
  }

  func configure(_ toml: String) throws {
    try write(toml, to: "config/weir/config.toml")
  }

  /// Configures a preset for each server, named as given; the first is the one in use.
  ///
  /// Nothing is left to be learned from a list of models, which a server with a script would count as a question.
  func configure(_ presets: KeyValuePairs<String, String>) throws {
    let tables = presets.map { name, url in
      "[preset.\(name)]\nurl = \"\(url)\"\nmodel = \"\(name)-model\"\n"
        + "prefill = \"off\"\ncontext_window = 8192\n"
    }
    try configure("default_preset = \"\(presets[0].key)\"\n" + tables.joined(separator: "\n"))
  }

  func write(_ text: String, to file: String) throws {
    try write(bytes: Array(text.utf8), to: file)
  }

  func write(bytes: [UInt8], to file: String) throws {
    try Data(bytes).write(to: URL(filePath: path + "/" + file))
  }

  /// A program of the test's own, a shell script.
  func writeScript(_ text: String, to file: String) throws -> String {
    try write("#!/bin/sh\n" + text, to: file)
    let path = path + "/" + file
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return path
  }

  /// `nil` when there is no such file.
  func contents(of file: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + file)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every file and directory in the home, by its path from there.
  func entries() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path)
  }

  /// Starts weir in a terminal of its own.
  func open(
    _ arguments: [String] = [],
    size: ScreenSize = ScreenSize(rows: 40, columns: 120),
    environment: [String: String] = [:]
  ) throws -> PTYProcess {
    try PTYProcess(
      BuiltProduct.path("weir"),
      arguments,
      size: size,
      environment: self.environment.merging(environment) { _, given in given }
    )
  }

  /// Starts weir and waits for its first screen.
  func openAndWait(
    _ arguments: [String] = [],
    size: ScreenSize = ScreenSize(rows: 40, columns: 120),
    environment: [String: String] = [:]
  ) async throws -> PTYProcess {
    let weir = try open(arguments, size: size, environment: environment)
    try await weir.waitFor("prompt")
    return weir
  }
}

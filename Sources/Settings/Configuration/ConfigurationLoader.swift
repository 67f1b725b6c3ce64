import Conversation

/// Reads the configuration file: all that is sound in it, and every mistake at once.
package enum ConfigurationLoader {
  /// Never throws and never stops at a mistake; a file that is not there is an empty one, unless
  /// `WEIR_CONFIG` named it.
  ///
  /// - Parameters:
  ///   - path: The file, absolute.
  ///   - environment: `HOME` (for `~`), `WEIR_CONFIG` and `WEIR_PRESET` are read.
  /// - Returns: What is sound, and the mistakes by line.
  package static func load(
    path: String,
    environment: [String: String]
  ) -> (Configuration, [ConfigProblem]) {
    do {
      let document = TOMLDocument(file: path, bytes: try File.readBytes(path))
      return load(document, environment: environment)
    } catch .notThere where environment["WEIR_CONFIG"] != path {
      return load(text: "", path: path, environment: environment)
    } catch {
      let problem = ConfigProblem(file: path, fault: .unreadable(reason: error.reason))
      return (load(text: "", path: path, environment: environment).0, [problem])
    }
  }

  /// The same from a text that is already there.
  ///
  /// - Parameters:
  ///   - text: TOML.
  ///   - path: Stands in the messages; relative paths in the text start at its directory.
  ///   - environment: As above.
  /// - Returns: What is sound, and the mistakes by line.
  package static func load(
    text: String,
    path: String,
    environment: [String: String]
  ) -> (Configuration, [ConfigProblem]) {
    load(TOMLDocument(file: path, text: text), environment: environment)
  }

  private static func load(
    _ document: TOMLDocument,
    environment: [String: String]
  ) -> (Configuration, [ConfigProblem]) {
    var reader = ConfigurationReader(document: document, home: environment["HOME"])
    var configuration = reader.read()
    if let preset = environment["WEIR_PRESET"], !preset.isEmpty {
      configuration.defaultPreset = preset
      configuration.origins["default_preset"] = .environment("WEIR_PRESET")
    }
    return (configuration, reader.log.sorted)
  }
}

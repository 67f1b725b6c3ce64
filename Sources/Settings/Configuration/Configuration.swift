import Conversation
import Workbench

/// Everything that the configuration file says, read, checked and resolved.
package struct Configuration: Sendable, Equatable {
  /// In the order of the file.
  package var endpoints: [Endpoint] = []
  /// In the order of the file, `inherits` applied and their own settings laid over their endpoint's.
  package var presets: [Preset] = []
  /// The preset to begin with; `nil` leaves the choice to the caller.
  ///
  /// From `WEIR_PRESET` it may name a preset that is not in the file (a demo).
  package var defaultPreset: String?
  /// The name of the theme; `nil` is `terminal`.
  package var theme: String?
  /// Key notations by command id, as written; the key map checks them.
  package var keyBindings: [String: [String]] = [:]
  package var ui = UISettings()
  package var history = HistorySettings()
  package var recording = RecordingSettings()
  /// Those of the file, in its order; weir's own are not among them.
  package var rubrics: [Rubric] = []
  /// Where each value came from, by key path (`preset.fast.model`, `keys.quit`); what is not here is a default.
  package var origins: [String: ValueOrigin] = [:]

  package init() {}

  /// The preset of that name.
  package func preset(named name: String) -> Preset? { presets.first { $0.name == name } }

  /// Sets what the command line said over file and environment.
  package mutating func override(defaultPreset name: String, flag: String) {
    defaultPreset = name
    origins["default_preset"] = .flag(flag)
  }

  /// Sets what the command line said over the file.
  package mutating func override(theme name: String, flag: String) {
    theme = name
    origins["theme"] = .flag(flag)
  }

  /// Whether a name is a setting of endpoints or presets that is no parameter of a request.
  package static func isSetting(_ name: String) -> Bool { SettingKey(rawValue: name) != nil }

  /// A mistake in `[keys]` that only the key map can see, with its place in the file.
  package func problem(inKeysOf command: String, _ sentence: String) -> ConfigProblem {
    let keyPath = SettingPath("keys", command).description
    guard case .file(let file, let line)? = origins[keyPath] else {
      return ConfigProblem(file: "config.toml", keyPath: keyPath, fault: .other(sentence))
    }
    return ConfigProblem(file: file, line: line, keyPath: keyPath, fault: .other(sentence))
  }
}

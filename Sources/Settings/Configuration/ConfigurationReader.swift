import Conversation

/// One reading of a configuration document; notes every mistake and goes on.
struct ConfigurationReader {
  var log: ProblemLog
  let home: String?
  var configuration = Configuration()

  static let topLevelKeys = [
    "default_preset", "theme", "endpoint", "preset", "keys", "ui", "history", "recording", "rubric",
  ]

  init(document: TOMLDocument, home: String?) {
    log = ProblemLog(document: document)
    self.home = home
  }

  mutating func read() -> Configuration {
    var endpoints: [SettingsLayer] = []
    var presets: [SettingsLayer] = []
    for member in log.document.members {
      let path = SettingPath(member.name)
      switch member.name {
      case "default_preset": configuration.defaultPreset = name(member.value, at: path)
      case "theme": configuration.theme = name(member.value, at: path)
      case "endpoint": endpoints = layers(.endpoint, in: member.value)
      case "preset": presets = layers(.preset, in: member.value)
      case "keys": readKeys(member.value, at: path)
      case "ui": readUI(member.value)
      case "history": readHistory(member.value)
      case "recording": readRecording(member.value)
      case "rubric": readRubrics(member.value)
      default: log.reportUnknownKey(at: path, known: Self.topLevelKeys)
      }
    }
    PresetResolver.resolve(endpoints: endpoints, presets: presets, into: &self)
    return configuration
  }

  mutating func name(_ node: TOMLNode, at path: SettingPath) -> String? {
    guard case .string(let text) = node, !text.isEmpty else {
      log.reportWrong(node, at: path, expected: "a name")
      return nil
    }
    configuration.origins[path.description] = log.origin(of: path)
    return text
  }
}

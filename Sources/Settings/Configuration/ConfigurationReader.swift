import Conversation

/// One reading of a configuration document; notes every mistake and goes on.
struct ConfigurationReader {
  let document: TOMLDocument
  let home: String?
  var problems: [ConfigProblem]
  var configuration = Configuration()

  static let topLevelKeys = ["default_preset", "theme", "endpoint", "preset", "keys", "ui"]

  init(document: TOMLDocument, home: String?) {
    self.document = document
    self.home = home
    problems = document.problems
  }

  mutating func read() -> Configuration {
    var endpoints: [SettingsLayer] = []
    var presets: [SettingsLayer] = []
    for member in document.members {
      let path = SettingPath(member.name)
      switch member.name {
      case "default_preset": configuration.defaultPreset = name(member.value, at: path)
      case "theme": configuration.theme = name(member.value, at: path)
      case "endpoint": endpoints = layers(.endpoint, in: member.value)
      case "preset": presets = layers(.preset, in: member.value)
      case "keys": readKeys(member.value, at: path)
      case "ui": readUI(member.value)
      default: reportUnknownKey(at: path, known: Self.topLevelKeys)
      }
    }
    PresetResolver.resolve(endpoints: endpoints, presets: presets, into: &self)
    return configuration
  }

  /// By line, then in the order found; those without a line last.
  var sortedProblems: [ConfigProblem] {
    problems.enumerated().sorted { left, right in
      (left.element.line ?? .max, left.offset) < (right.element.line ?? .max, right.offset)
    }.map(\.element)
  }

  mutating func report(_ fault: ConfigProblem.Fault, at path: SettingPath) {
    problems.append(
      ConfigProblem(
        file: document.file,
        line: document.line(of: path.keys),
        keyPath: path.description,
        fault: fault
      )
    )
  }

  mutating func reportWrong(_ node: TOMLNode, at path: SettingPath, expected: String) {
    report(.wrongValue(found: node.shown, expected: expected), at: path)
  }

  mutating func reportUnknownKey(at path: SettingPath, known: [String]) {
    let nearest = NearestName(known: known).nearest(to: path.keys.last ?? "")
    report(.unknownKey(nearest: nearest), at: path)
  }

  func origin(of path: SettingPath) -> ValueOrigin {
    .file(document.file, line: document.line(of: path.keys))
  }

  /// The members of a table; `nil`, and a report, when it is none.
  mutating func members(of node: TOMLNode, at path: SettingPath) -> [TOMLNode.Member]? {
    if case .table(let members) = node { return members }
    reportWrong(node, at: path, expected: "a table")
    return nil
  }

  private mutating func name(_ node: TOMLNode, at path: SettingPath) -> String? {
    guard case .string(let text) = node, !text.isEmpty else {
      reportWrong(node, at: path, expected: "a name")
      return nil
    }
    configuration.origins[path.description] = origin(of: path)
    return text
  }
}

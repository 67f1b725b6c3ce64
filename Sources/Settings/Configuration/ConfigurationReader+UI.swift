extension ConfigurationReader {
  static let uiKeys = ["mouse", "reasoning", "sidebar", "bell", "frame_interval_ms"]

  mutating func readUI(_ node: TOMLNode) {
    let root = SettingPath("ui")
    for member in log.members(of: node, at: root) ?? [] {
      let path = root + member.name
      let count = log.problems.count
      read(member, at: path)
      if log.problems.count == count {
        configuration.origins[path.description] = log.origin(of: path)
      }
    }
  }

  private mutating func read(_ member: TOMLNode.Member, at path: SettingPath) {
    let ui = configuration.ui
    let value = member.value
    switch member.name {
    case "mouse": configuration.ui.mouse = flag(value, at: path) ?? ui.mouse
    case "bell": configuration.ui.bell = flag(value, at: path) ?? ui.bell
    case "reasoning": configuration.ui.reasoning = choice(value, at: path) ?? ui.reasoning
    case "sidebar": configuration.ui.sidebar = choice(value, at: path) ?? ui.sidebar
    case "frame_interval_ms":
      let interval = milliseconds(value, in: 1...1_000, at: path)
      configuration.ui.frameIntervalMilliseconds = interval ?? ui.frameIntervalMilliseconds
    default: log.reportUnknownKey(at: path, known: Self.uiKeys)
    }
  }

  mutating func flag(_ node: TOMLNode, at path: SettingPath) -> Bool? {
    if case .bool(let flag) = node { return flag }
    log.reportWrong(node, at: path, expected: "true or false")
    return nil
  }

  /// Command ids with dots make tables in TOML; they are put together again.
  mutating func readKeys(_ node: TOMLNode, at root: SettingPath, id: String = "") {
    for member in log.members(of: node, at: root) ?? [] {
      let path = root + member.name
      let command = id.isEmpty ? member.name : "\(id).\(member.name)"
      if case .table = member.value {
        readKeys(member.value, at: path, id: command)
      } else if let notations = notations(member.value, at: path) {
        configuration.keyBindings[command] = notations
        let key = SettingPath("keys", command).description
        configuration.origins[key] = log.origin(of: path)
      }
    }
  }

  private mutating func notations(_ node: TOMLNode, at path: SettingPath) -> [String]? {
    if case .string(let text) = node, !text.isEmpty { return [text] }
    if case .array(let nodes) = node {
      let texts = nodes.compactMap { node -> String? in
        if case .string(let text) = node, !text.isEmpty { return text }
        return nil
      }
      if texts.count == nodes.count { return texts }
    }
    let expected = "a key like \"^X n\" or an array of keys (empty: no key)"
    log.reportWrong(node, at: path, expected: expected)
    return nil
  }
}

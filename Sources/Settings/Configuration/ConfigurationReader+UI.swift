extension ConfigurationReader {
  static let uiKeys = [
    "mouse", "reasoning", "sidebar", "notify", "notify_after_ms", "notify_when", "title",
    "hyperlinks", "editing", "frame_interval_ms",
  ]

  /// What `notify` was called while it was on or off; still read where `notify` is not set.
  private static let oldNotify = "bell"

  mutating func readUI(_ node: TOMLNode) {
    let root = SettingPath("ui")
    let members = log.members(of: node, at: root) ?? []
    let isNotifySet = members.contains { $0.name == "notify" }
    for member in members where member.name != Self.oldNotify || !isNotifySet {
      let path = root + member.name
      let count = log.problems.count
      read(member, at: path)
      if log.problems.count == count {
        let name = member.name == Self.oldNotify ? "notify" : member.name
        configuration.origins[(root + name).description] = log.origin(of: path)
      }
    }
  }

  private mutating func read(_ member: TOMLNode.Member, at path: SettingPath) {
    let ui = configuration.ui
    let value = member.value
    switch member.name {
    case "mouse": configuration.ui.mouse = flag(value, at: path) ?? ui.mouse
    case "title": configuration.ui.title = flag(value, at: path) ?? ui.title
    case "hyperlinks": configuration.ui.hyperlinks = choice(value, at: path) ?? ui.hyperlinks
    case "notify":
      configuration.ui.notifications.means = choice(value, at: path) ?? ui.notifications.means
    case "notify_when":
      configuration.ui.notifications.moment = choice(value, at: path) ?? ui.notifications.moment
    case "notify_after_ms":
      let least = milliseconds(value, in: 0...86_400_000, at: path)
      configuration.ui.notifications.leastMilliseconds =
        least ?? ui.notifications.leastMilliseconds
    case Self.oldNotify:
      let isOn = flag(value, at: path)
      configuration.ui.notifications.means =
        isOn.map { $0 ? .bell : .off } ?? ui.notifications.means
    case "reasoning": configuration.ui.reasoning = choice(value, at: path) ?? ui.reasoning
    case "sidebar": configuration.ui.sidebar = choice(value, at: path) ?? ui.sidebar
    case "editing": configuration.ui.editing = choice(value, at: path) ?? ui.editing
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

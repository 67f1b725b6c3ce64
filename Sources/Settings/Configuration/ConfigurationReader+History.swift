extension ConfigurationReader {
  static let historyKeys = ["save", "title_preset"]

  mutating func readHistory(_ node: TOMLNode) {
    let root = SettingPath("history")
    for member in log.members(of: node, at: root) ?? [] {
      let path = root + member.name
      switch member.name {
      case "save":
        guard let saves = flag(member.value, at: path) else { continue }
        configuration.history.savesConversations = saves
        configuration.origins[path.description] = log.origin(of: path)
      case "title_preset": configuration.history.titlePreset = name(member.value, at: path)
      default: log.reportUnknownKey(at: path, known: Self.historyKeys)
      }
    }
  }
}

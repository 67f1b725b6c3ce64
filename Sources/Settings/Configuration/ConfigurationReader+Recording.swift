extension ConfigurationReader {
  static let recordingKeys = ["raw_mib"]

  mutating func readRecording(_ node: TOMLNode) {
    let root = SettingPath("recording")
    for member in log.members(of: node, at: root) ?? [] {
      let path = root + member.name
      switch member.name {
      case "raw_mib":
        guard let size = mebibytes(member.value, at: path) else { continue }
        configuration.recording.rawMebibytes = size
        configuration.origins[path.description] = log.origin(of: path)
      default: log.reportUnknownKey(at: path, known: Self.recordingKeys)
      }
    }
  }

  private mutating func mebibytes(_ node: TOMLNode, at path: SettingPath) -> Int? {
    if case .integer(let value) = node, (0...1_048_576).contains(value) { return value }
    log.reportWrong(node, at: path, expected: "a whole number of MiB from 0 to 1048576")
    return nil
  }
}

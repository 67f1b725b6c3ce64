import Conversation

extension ConfigurationReader {
  /// The tables below `[endpoint]` or `[preset]`.
  mutating func layers(_ kind: SettingsLayer.Kind, in node: TOMLNode) -> [SettingsLayer] {
    let root = SettingPath(kind.rawValue)
    var layers: [SettingsLayer] = []
    for member in log.members(of: node, at: root) ?? [] {
      let path = root + member.name
      guard isName(member.name) else {
        log.report(.wrongValue(found: member.name.quotedForMessage, expected: "a name"), at: path)
        continue
      }
      guard let members = log.members(of: member.value, at: path) else { continue }
      layers.append(layer(kind, named: member.name, members: members))
    }
    return layers
  }

  private func isName(_ text: String) -> Bool {
    !text.isEmpty && text.visibleForMessage == text && text.first != " " && text.last != " "
  }

  private mutating func layer(
    _ kind: SettingsLayer.Kind,
    named name: String,
    members: [TOMLNode.Member]
  ) -> SettingsLayer {
    let root = SettingPath(kind.rawValue) + name
    let known = SettingKey.names(in: kind)
    var layer = SettingsLayer(name: name, line: log.document.line(of: root.keys))
    for member in members {
      let path = root + member.name
      guard known.contains(member.name) else {
        reportStranger(at: path, known: known)
        continue
      }
      if let parameter = Parameter(rawValue: member.name) {
        layer.parameters[parameter] = value(of: parameter, member.value, at: path)
          .map { .init(value: .parameter($0), origin: log.origin(of: path)) }
      } else if let key = SettingKey(rawValue: member.name) {
        let value = value(of: key, member.value, at: path)
        layer.settings[key] = value.map { .init(value: $0, origin: log.origin(of: path)) }
        if value == nil { layer.faulty.insert(key) }
      }
    }
    refuseConflicts(in: &layer, at: root)
    return layer
  }

  private mutating func reportStranger(at path: SettingPath, known: [String]) {
    let secrets = [
      "key", "api_key", "apikey", "api-key", "token", "secret", "password", "bearer",
      "authorization",
    ]
    if secrets.contains((path.keys.last ?? "").lowercased()) {
      log.report(.literalKey, at: path)
    } else {
      log.reportUnknownKey(at: path, known: known)
    }
  }

  /// Of two key sources the first in the file stays; with two servers the table is not used.
  private mutating func refuseConflicts(in layer: inout SettingsLayer, at root: SettingPath) {
    let sources = SettingKey.allCases.filter {
      SettingKey.keySources.contains($0) && layer.settings[$0] != nil
    }
    if sources.count > 1 {
      log.report(.conflict(sources.map(\.rawValue)), at: root + sources[1].rawValue)
      for source in sources.dropFirst() { layer.settings[source] = nil }
    }
    if layer.settings[.endpoint] != nil, layer.settings[.url] != nil {
      log.report(.conflict(["endpoint", "url"]), at: root + "url")
      layer.faulty.insert(.url)
    }
  }
}

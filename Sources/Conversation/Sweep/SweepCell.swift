/// One value for one name of a sweep.
package struct SweepSetting: Sendable, Hashable {
  /// As on the wire; `model` and `system` are the preset's.
  package let name: String
  package let value: JSONValue

  package init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

/// One combination of a sweep's values.
package struct SweepCell: Sendable, Hashable {
  /// In the order of the sweep's axes.
  package let settings: [SweepSetting]

  package init(_ settings: [SweepSetting] = []) {
    self.settings = settings
  }

  /// The names and values as they are typed, with blanks between them: `temperature=0.4 seed=1`; empty for none.
  package var words: String {
    settings.compactMap { try? SweepAxis($0.name, [$0.value]).description }.joined(separator: " ")
  }

  /// The names and values as an object, for reports.
  package var object: JSONObject { JSONObject(settings.map { ($0.name, $0.value) }) }

  /// The preset with these values.
  ///
  /// They win over what else the preset says of the same field: `omit` no longer leaves it out and `extra` no longer
  /// replaces it, since cells would else be sent alike.
  package func applied(to preset: Preset) -> Preset {
    settings.reduce(into: preset) { $0.set($1) }
  }
}

extension Preset {
  fileprivate mutating func set(_ setting: SweepSetting) {
    switch SweepTarget(setting.name) {
    case .parameter(let parameter):
      parameters[parameter] = setting.value
      omit.remove(setting.name)
      extra[setting.name] = nil
      if let other = rename[setting.name] { extra[other] = nil }
    case .model:
      model = setting.value.plainText
      extra["model"] = nil
    case .system:
      let text = setting.value.plainText
      system = text.isEmpty ? nil : text
    case .field(let path):
      // From the inside out: each step becomes the only member of an object around what follows it.
      let field = path.dropFirst().reversed()
        .reduce(setting.value) { .object(JSONObject([($1, $0)])) }
      guard let name = path.first else { return }
      extra.merge(JSONObject([(name, field)]))
    }
  }
}

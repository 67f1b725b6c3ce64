import Conversation

/// What one table of the file sets: an endpoint's, or a preset's before and after inheriting.
struct SettingsLayer: Equatable {
  /// What kind of table it is.
  enum Kind: String {
    case endpoint
    case preset
  }

  /// A value and where it stands.
  struct Setting: Equatable {
    var value: SettingValue
    var origin: ValueOrigin
  }

  var name: String
  var line: Int?
  var settings: [SettingKey: Setting] = [:]
  var parameters: [Parameter: Setting] = [:]
  /// The keys whose values are wrong and left out.
  var faulty: Set<SettingKey> = []

  /// False when a value is wrong that decides where requests go.
  var isSound: Bool { faulty.isDisjoint(with: SettingKey.deciding) }

  func text(_ key: SettingKey) -> String? {
    guard case .text(let text)? = settings[key]?.value else { return nil }
    return text
  }

  /// Takes over what the parent sets and this layer does not.
  ///
  /// Headers, `rename` and `extra` are merged member by member. Where this layer names another server, what
  /// belongs to the parent's server (its key above all) is not taken over.
  mutating func inherit(from parent: SettingsLayer) {
    var inherited = parent.settings.filter { $0.key != .inherits }
    if namesAnotherServer(than: parent) {
      inherited = inherited.filter { !SettingKey.ofOneServer.contains($0.key) }
    }
    if let model = text(.model), model != parent.text(.model) {
      inherited = inherited.filter { !SettingKey.ofOneModel.contains($0.key) }
    }
    if !SettingKey.keySources.isDisjoint(with: settings.keys) {
      inherited = inherited.filter { !SettingKey.keySources.contains($0.key) }
    }
    faulty.formUnion(parent.faulty.subtracting(settings.keys))
    settings = inherited.merging(settings) { $1.laid(over: $0) }
    parameters = parent.parameters.merging(parameters) { $1 }
  }

  private func namesAnotherServer(than parent: SettingsLayer) -> Bool {
    guard text(.endpoint) != nil || text(.url) != nil else { return false }
    return text(.endpoint) != parent.text(.endpoint) || text(.url) != parent.text(.url)
  }
}

extension SettingsLayer.Setting {
  fileprivate func laid(over other: Self) -> Self {
    switch (value, other.value) {
    case (.headers(let own), .headers(let theirs)):
      return Self(value: .headers(theirs.laidUnder(own)), origin: origin)
    case (.renames(let own), .renames(let theirs)):
      return Self(value: .renames(theirs.merging(own) { $1 }), origin: origin)
    case (.object(let own), .object(var merged)):
      merged.merge(own)
      return Self(value: .object(merged), origin: origin)
    default: return self
    }
  }
}

extension [Header] {
  /// These headers with `upper` over them; names are compared without regard to case.
  func laidUnder(_ upper: [Header]) -> [Header] {
    filter { header in
      !upper.contains { $0.name.lowercased() == header.name.lowercased() }
    } + upper
  }
}

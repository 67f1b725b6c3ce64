/// The keys from the top of a file down to a value.
struct SettingPath: Hashable {
  var keys: [String]

  init(_ keys: String...) {
    self.keys = keys
  }

  static func + (path: Self, key: String) -> Self {
    var longer = path
    longer.keys.append(key)
    return longer
  }
}

extension SettingPath: CustomStringConvertible {
  /// With dots, and quotes around what TOML would not take bare: `preset."a b".model`.
  var description: String {
    keys.map { key in
      let isBare = !key.isEmpty && key.utf8.allSatisfy(\.isBareKey)
      return isBare ? key : "\"\(key.visibleForMessage)\""
    }.joined(separator: ".")
  }
}

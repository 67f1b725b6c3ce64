/// One mistake in a configuration or theme file, with where it is and what would be right.
package struct ConfigProblem: Error, Sendable, Hashable {
  /// What is wrong.
  package enum Fault: Sendable, Hashable {
    case unreadable(reason: String)
    case syntax(String)
    case unknownKey(nearest: String?)
    /// Both as they stand in the message: `"hot"`, `a number from 0 to 2`.
    case wrongValue(found: String, expected: String)
    /// A name of something (`endpoint`) that is not there.
    case unknownName(String, of: String, nearest: String?)
    case missing(String, expected: String)
    /// Presets that inherit from one another, the first again at the end.
    case cycle([String])
    /// A key written into the file itself.
    case literalKey
    /// Of these keys only one may stand in a table.
    case conflict([String])
    /// A mistake that another part of weir found, as a sentence.
    case other(String)
  }

  /// The path of the file as it was opened.
  package var file: String
  /// From 1; `nil` where it cannot be told.
  package var line: Int?
  /// The keys down to the place, with quotes where TOML wants them: `preset."a b".model`.
  package var keyPath: String?
  package var fault: Fault

  package init(file: String, line: Int? = nil, keyPath: String? = nil, fault: Fault) {
    self.file = file
    self.line = line
    self.keyPath = keyPath
    self.fault = fault
  }
}

extension ConfigProblem: CustomStringConvertible {
  /// One line: `config.toml:12: preset.fast.temperatur: unknown key; did you mean "temperature"?`.
  package var description: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return describe(file: name)
  }

  /// The same with the whole path of the file.
  package var descriptionWithPath: String { describe(file: file) }

  private func describe(file: String) -> String {
    let place = file.visibleForMessage + (line.map { ":\($0)" } ?? "")
    return ([place] + [keyPath].compactMap(\.self) + [fault.sentence]).joined(separator: ": ")
  }
}

extension ConfigProblem.Fault {
  fileprivate var sentence: String {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .syntax(let sentence): "not TOML: \(sentence)"
    case .unknownKey(let nearest): "unknown key" + Self.hint(nearest)
    case .wrongValue(let found, let expected): "found \(found), expected \(expected)"
    case .unknownName(let name, let kind, let nearest):
      "no \(kind) is named \(name.quotedForMessage)" + Self.hint(nearest)
    case .missing(let key, let expected): "\"\(key)\" is missing, expected \(expected)"
    case .cycle(let names):
      "inherits from itself: \(names.map(\.visibleForMessage).joined(separator: " -> "))"
    case .literalKey:
      "a key is never written into the file; name where it is with "
        + "key_env = \"VARIABLE\", key_command = \"pass show …\" or key_file = \"~/…\""
    case .conflict(let keys):
      "only one of \(keys.map { "\"\($0)\"" }.joined(separator: " and ")) may stand here"
    case .other(let sentence): sentence
    }
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { "; did you mean \($0.quotedForMessage)?" } ?? ""
  }
}

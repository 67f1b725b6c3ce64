extension Preset {
  /// Short names for presets that stand side by side, one each, all different; they say only what differs.
  ///
  /// The presets' names where these differ; parameters, model and system prompt where presets of one name do
  /// (`t 0.4 · seed 2`); a number where nothing does (`fast #2`).
  package static func labels(of presets: [Preset]) -> [String] {
    let names = Set(presets.map(\.name))
    var labels = presets.map(\.name)
    for name in names {
      let indices = presets.indices.filter { presets[$0].name == name }
      let differences = LaneTraits.differences(of: indices.map { presets[$0] })
      for (index, parts) in zip(indices, differences) where !parts.isEmpty {
        labels[index] = (names.count > 1 ? [name] + parts : parts).joined(separator: " · ")
      }
    }
    return labels.numberingEquals
  }
}

extension [String] {
  /// Those that stand several times with a number behind; no number makes a text that is there already.
  fileprivate var numberingEquals: [String] {
    var counts: [String: Int] = [:]
    for text in self { counts[text, default: 0] += 1 }
    var taken = Set(self)
    var last: [String: Int] = [:]
    var numbered: [String] = []
    // A loop: a closure that sets a text in another loop crashes the optimiser of Swift 6.3 (tried).
    for text in self {
      guard counts[text] != 1 else {
        numbered.append(text)
        continue
      }
      var number = last[text, default: 0] + 1
      while !taken.insert("\(text) #\(number)").inserted { number += 1 }
      last[text] = number
      numbered.append("\(text) #\(number)")
    }
    return numbered
  }
}

/// What can be told of a preset in a word or two, in the order in which it is told.
private struct LaneTraits {
  private var values: [(key: String, value: JSONValue)] = []

  /// What each of the presets has otherwise than another one.
  static func differences(of presets: [Preset]) -> [[String]] {
    let all = presets.map { LaneTraits($0) }
    var keys: [String] = []
    for key in all.flatMap({ $0.values.map(\.key) }) where !keys.contains(key) { keys.append(key) }
    let different = keys.filter { key in Set(all.map { $0[key] }).count > 1 }
    return all.map { traits in different.map { traits.text(of: $0) } }
  }

  private init(_ preset: Preset) {
    values = [
      ("endpoint", .string(preset.endpoint.name)), ("model", .string(preset.model)),
      ("system", preset.system.map { .string($0) } ?? .null),
    ]
    for parameter in Parameter.allCases {
      values.append((parameter.rawValue, preset.sent(parameter) ?? .null))
    }
    append(.object(preset.extra), at: "")
  }

  private mutating func append(_ value: JSONValue, at path: String) {
    guard case .object(let object) = value else { return values.append((path, value)) }
    for member in object.members {
      append(member.value, at: path.isEmpty ? member.name : "\(path).\(member.name)")
    }
  }

  private subscript(key: String) -> JSONValue {
    values.last { $0.key == key }?.value ?? .null
  }

  private func text(of key: String) -> String {
    let value = self[key]
    let name = Self.shortNames[key] ?? key.split(separator: ".").last.map(String.init) ?? key
    if value == .null { return "no \(name)" }
    switch key {
    case "model", "endpoint": return value.plainText
    case "system": return "“\(Self.shortened(value.plainText))”"
    default: return "\(name) \(Self.shortened(value.plainText))"
    }
  }

  private static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 20 ? line.prefix(19) + "…" : line
  }

  private static let shortNames = [
    "temperature": "t", "max_tokens": "max", "presence_penalty": "presence",
    "frequency_penalty": "frequency", "reasoning_effort": "effort",
  ]
}

extension Preset {
  /// The value that a request has for a parameter; `nil` where it has none.
  fileprivate func sent(_ parameter: Parameter) -> JSONValue? {
    if omit.contains(parameter.rawValue) { return nil }
    return parameters[parameter] ?? (parameter == .temperature ? 0.2 : nil)
  }
}

extension Preset {
  /// Short names for presets that stand side by side, one each, all different; they say only what differs.
  ///
  /// The presets' names where these differ; parameters, model and system prompt where presets of one name do
  /// (`t 0.4 · seed 2`); a number where nothing does (`fast #2`).
  package static func labels(of presets: [Preset]) -> [String] {
    laneLabels(of: presets).map(\.text)
  }

  /// The same labels in their parts, and what else tells the presets apart.
  package static func laneLabels(of presets: [Preset]) -> [LaneLabel] {
    let names = Set(presets.map(\.name))
    var parts = presets.map { [$0.name] }
    for name in names {
      let indices = presets.indices.filter { presets[$0].name == name }
      let differences = LaneTraits.differences(of: indices.map { presets[$0] })
      for (index, differing) in zip(indices, differences) where !differing.isEmpty {
        parts[index] = names.count > 1 ? [name] + differing : differing
      }
    }
    let texts = parts.map { $0.joined(separator: LaneLabel.separator) }.numberingEquals
    let details = names.count > 1 ? LaneTraits.details(of: presets) : presets.map { _ in [] }
    return texts.indices.map { index in
      let plain = parts[index].joined(separator: LaneLabel.separator)
      let number = texts[index].dropFirst(plain.count).drop { $0 == " " }
      return LaneLabel(
        text: texts[index],
        parts: parts[index] + (number.isEmpty ? [] : [String(number)]),
        details: details[index].filter { !parts[index].contains($0) }
      )
    }
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
    let keys = differentKeys(of: all)
    return all.map { traits in keys.map { traits.text(of: $0) } }
  }

  /// The same in the order in which it is wanted beside names, which tend to say the model and where it runs.
  static func details(of presets: [Preset]) -> [[String]] {
    let all = presets.map { LaneTraits($0) }
    let keys = differentKeys(of: all)
    let last = ["system", "model", "endpoint"]
    let ordered = keys.filter { !last.contains($0) } + last.filter(keys.contains)
    return all.map { traits in ordered.map { traits.text(of: $0) } }
  }

  private static func differentKeys(of all: [LaneTraits]) -> [String] {
    var keys: [String] = []
    for key in all.flatMap({ $0.values.map(\.key) }) where !keys.contains(key) { keys.append(key) }
    return keys.filter { key in Set(all.map { $0[key] }).count > 1 }
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

import Conversation

extension ConfigurationReader {
  /// The value of a setting; `nil`, and a report, when it is none.
  mutating func value(
    of key: SettingKey,
    _ node: TOMLNode,
    at path: SettingPath
  ) -> SettingValue? {
    switch key {
    case .endpoint, .inherits, .model:
      return text(node, at: path, expected: "a name").map(SettingValue.text)
    case .system: return anyText(node, at: path).map(SettingValue.text)
    case .url: return url(node, at: path).map(SettingValue.text)
    case .keyEnv: return variable(node, at: path).map(SettingValue.text)
    case .keyCommand: return text(node, at: path, expected: "a command").map(SettingValue.text)
    case .keyFile, .caFile: return filePath(node, at: path).map(SettingValue.text)
    case .unixSocket: return socketPath(node, at: path).map(SettingValue.text)
    case .connectTimeout, .timeout, .firstDeltaTimeout, .totalTimeout:
      return milliseconds(node, in: 0...86_400_000, at: path).map(SettingValue.milliseconds)
    case .streamUsage: return choice(node, at: path).map(SettingValue.streamUsage)
    case .headers: return headers(node, at: path).map(SettingValue.headers)
    case .prefill: return choice(node, at: path).map(SettingValue.prefill)
    case .contextWindow: return tokens(node, at: path).map(SettingValue.tokens)
    case .priceInput, .priceOutput: return price(node, at: path).map(SettingValue.price)
    case .images, .sendReasoning: return flag(node, at: path).map(SettingValue.flag)
    case .omit: return names(node, at: path).map(SettingValue.names)
    case .rename: return renames(node, at: path).map(SettingValue.renames)
    case .extra: return object(node, at: path).map(SettingValue.object)
    }
  }

  mutating func text(_ node: TOMLNode, at path: SettingPath, expected: String) -> String? {
    if case .string(let text) = node, !text.isEmpty { return text }
    log.reportWrong(node, at: path, expected: expected)
    return nil
  }

  private mutating func anyText(_ node: TOMLNode, at path: SettingPath) -> String? {
    if case .string(let text) = node { return text }
    log.reportWrong(node, at: path, expected: "a text")
    return nil
  }

  mutating func milliseconds(
    _ node: TOMLNode,
    in range: ClosedRange<Int>,
    at path: SettingPath
  ) -> Int? {
    if case .integer(let value) = node, range.contains(value) { return value }
    let bounds = "from \(range.lowerBound) to \(range.upperBound)"
    log.reportWrong(node, at: path, expected: "a whole number of milliseconds \(bounds)")
    return nil
  }

  private mutating func tokens(_ node: TOMLNode, at path: SettingPath) -> Int? {
    if case .integer(let value) = node, (1...1_000_000_000).contains(value) { return value }
    log.reportWrong(node, at: path, expected: "a whole number of tokens from 1 to 1000000000")
    return nil
  }

  private mutating func price(_ node: TOMLNode, at path: SettingPath) -> Double? {
    switch node {
    case .integer(let value) where value >= 0: return Double(value)
    case .number(let value) where value >= 0 && value.isFinite: return value
    default:
      log.reportWrong(node, at: path, expected: "what a million tokens cost, 0 and up")
      return nil
    }
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: TOMLNode,
    at path: SettingPath
  ) -> Choice? where Choice.RawValue == String {
    if case .string(let text) = node, let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map { "\"\($0.rawValue)\"" }
    log.reportWrong(node, at: path, expected: names.joined(separator: " or "))
    return nil
  }

  /// A key written here by mistake is not shown in the message.
  private mutating func variable(_ node: TOMLNode, at path: SettingPath) -> String? {
    if case .string(let text) = node, text.isVariableName { return text }
    let expected = "the name of an environment variable"
    if case .string = node {
      log.report(.wrongValue(found: "another text", expected: expected), at: path)
    } else {
      log.reportWrong(node, at: path, expected: expected)
    }
    return nil
  }

  private mutating func names(_ node: TOMLNode, at path: SettingPath) -> [String]? {
    guard case .array(let elements) = node else {
      log.reportWrong(node, at: path, expected: "an array of field names")
      return nil
    }
    let names = elements.compactMap { element -> String? in
      if case .string(let name) = element, !name.isEmpty { return name }
      return nil
    }
    if names.count == elements.count { return names }
    log.report(.wrongValue(found: "another element", expected: "field names only"), at: path)
    return nil
  }

  private mutating func renames(_ node: TOMLNode, at path: SettingPath) -> [String: String]? {
    guard let members = log.members(of: node, at: path) else { return nil }
    var renames: [String: String] = [:]
    for member in members {
      let place = path + member.name
      renames[member.name] = text(member.value, at: place, expected: "the name to send instead")
    }
    return renames
  }

  private mutating func object(_ node: TOMLNode, at path: SettingPath) -> JSONObject? {
    guard let members = log.members(of: node, at: path) else { return nil }
    var object = JSONObject()
    for member in members {
      if let value = member.value.json {
        object[member.name] = value
      } else {
        let expected = "a value that JSON has (no date, time, nan or inf)"
        log.report(.wrongValue(found: "none", expected: expected), at: path + member.name)
      }
    }
    return object
  }
}

import Conversation

extension ConfigurationReader {
  /// The value of a sampling parameter; `nil`, and a report, when it is none.
  mutating func value(
    of parameter: Parameter,
    _ node: TOMLNode,
    at path: SettingPath
  ) -> JSONValue? {
    if let value = parameter.value(from: node) { return value }
    log.reportWrong(node, at: path, expected: parameter.expectationInFile)
    return nil
  }
}

extension Parameter {
  fileprivate func value(from node: TOMLNode) -> JSONValue? {
    switch (kind, node) {
    case (.number(let range), .integer(let value)) where range.contains(Double(value)):
      .number(Double(value))
    case (.number(let range), .number(let value)) where range.contains(value): .number(value)
    case (.integer(let range), .integer(let value)) where range.contains(value): .integer(value)
    case (.word, .string(let text)) where !text.isEmpty: .string(text)
    case (.texts, .string(let text)) where !text.isEmpty: .string(text)
    case (.texts, .array(let nodes)) where !nodes.isEmpty: Self.texts(nodes)
    case (.flagOrCount, .bool(let flag)): .bool(flag)
    case (.flagOrCount, .integer(let count)) where (0...20).contains(count): .integer(count)
    default: nil
    }
  }

  private static func texts(_ nodes: [TOMLNode]) -> JSONValue? {
    let texts = nodes.compactMap { node -> JSONValue? in
      if case .string(let text) = node, !text.isEmpty { return .string(text) }
      return nil
    }
    return texts.count == nodes.count ? .array(texts) : nil
  }

  fileprivate var expectationInFile: String {
    switch kind {
    case .texts: "a text or an array of texts"
    case .word: "a word in quotes"
    case .number, .integer, .flagOrCount: expectation
    }
  }
}

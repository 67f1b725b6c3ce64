import Conversation
import JSON

/// The lines between two `---` at the start of a Markdown file: names with JSON, or with what people write for it.
struct FrontMatter {
  private var values: [String: JSONValue] = [:]

  /// Reads the front matter that begins at the next line, and goes behind it.
  ///
  /// - Returns: `nil` where there is none; the lines stand where they stood.
  init?(_ lines: inout MarkdownLines) {
    var rest = lines
    guard let first = rest.next(), rest.text[first].elementsEqual("---".utf8) else { return nil }
    var listName: String?
    while let line = rest.next() {
      let bytes = rest.text[line]
      if bytes.elementsEqual("---".utf8) || bytes.elementsEqual("...".utf8) {
        lines = rest
        return
      }
      let text = String(decoding: bytes, as: UTF8.self)
      if let name = listName, let item = Self.item(text) {
        values[name] = .array(Self.array(values[name]) + [item])
      } else if let colon = text.firstIndex(of: ":"),
        text.first.map({ $0 != " " && $0 != "#" }) == true
      {
        let name = text[..<colon].lowercased()
        values[name] = Self.value(text[text.index(after: colon)...])
        listName = name
      }
    }
    return nil
  }

  subscript(name: String) -> JSONValue? { values[name] }

  func text(_ name: String) -> String? {
    switch values[name] {
    case .string(let text): text
    case .integer, .number, .bool: values[name]?.text
    default: nil
    }
  }

  func texts(_ name: String) -> [String] {
    switch values[name] {
    case .string(let text): text.isEmpty ? [] : [text]
    case let value: Self.array(value).compactMap { $0.plain }
    }
  }

  func isTrue(_ name: String) -> Bool { values[name] == true }

  func moment(_ name: String) -> WallTime? {
    if case .integer(let milliseconds)? = values[name] {
      return WallTime(milliseconds: Int64(milliseconds))
    }
    return text(name).flatMap(WallTime.init(text:))
  }

  private static func array(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let values)? = value { return values }
    return []
  }

  /// `- item`.
  private static func item(_ line: String) -> JSONValue? {
    let rest = line.drop { $0 == " " }
    return rest.hasPrefix("- ") ? value(rest.dropFirst(2)) : nil
  }

  private static func value(_ text: Substring) -> JSONValue {
    let trimmed = String(decoding: Array(text.utf8).trimmed, as: UTF8.self)
    if let value = JSONValue(json: trimmed) { return value }
    if trimmed.count > 1, trimmed.first == "'", trimmed.last == "'" {
      return .string(String(trimmed.dropFirst().dropLast()).replacing("''", with: "'"))
    }
    if trimmed.first == "[", trimmed.last == "]" {
      let items = trimmed.dropFirst().dropLast().split(separator: ",")
      return .array(items.map { value($0) })
    }
    return .string(trimmed)
  }
}

extension JSONValue {
  fileprivate var plain: String? {
    switch self {
    case .string(let text): text
    case .integer, .number, .bool: text
    case .null, .array, .object: nil
    }
  }
}

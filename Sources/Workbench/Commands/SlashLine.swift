/// What was typed, told apart: a message, or a command with a slash in front of it.
///
/// Two slashes make a message of what would be a command; a word with another slash in it is a path, and so
/// begins a message too.
package enum SlashLine: Sendable, Hashable {
  case message(String)
  /// The word without its slash, and what follows it without the blanks around.
  case command(word: String, argument: String)

  package init(_ text: String) {
    guard text.hasPrefix("/") else {
      self = .message(text)
      return
    }
    let rest = text.dropFirst()
    let word = rest.prefix { !$0.isWhitespace }
    if word.hasPrefix("/") {
      self = .message(String(rest))
    } else if word.contains("/") {
      self = .message(text)
    } else {
      self = .command(word: String(word), argument: rest.dropFirst(word.count).trimmed)
    }
  }

  /// The message; `nil` for a command.
  package var message: String? {
    guard case .message(let text) = self else { return nil }
    return text
  }

  /// A message as it has to be typed.
  package static func typed(_ message: String) -> String {
    SlashLine(message) == .message(message) ? message : "/" + message
  }

  /// A parameter's name and its value from `temperature 0.7` or `temperature=0.7`; `nil` without a value or
  /// without a name.
  package static func assignment(_ argument: String) -> (key: String, value: String)? {
    guard let end = argument.firstIndex(where: { $0 == "=" || $0.isWhitespace }) else { return nil }
    var value = argument[end...].drop(while: \.isWhitespace)
    if value.first == "=" { value = value.dropFirst() }
    let key = String(argument[..<end])
    return key.isEmpty ? nil : (key, value.trimmed)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) }
    return String(start[..<(end ?? start.startIndex)])
  }
}

import Conversation

/// A saved prompt's text, read: `{name}` is to be filled, `{{` and `}}` are braces; any other brace is itself.
package struct PromptTemplate: Sendable, Hashable {
  private enum Piece: Sendable, Hashable {
    case text(String)
    case placeholder(String)
  }

  private var pieces: [Piece] = []

  package init(_ text: String) {
    var rest = Substring(text)
    while let character = rest.first {
      if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
        add(character)
        rest = rest.dropFirst(2)
      } else if character == "{", let name = Self.name(in: rest.dropFirst()) {
        pieces.append(.placeholder(String(name)))
        rest = rest.dropFirst(name.count + 2)
      } else {
        add(character)
        rest = rest.dropFirst()
      }
    }
  }

  /// What is to be filled, each once, in the order of the text.
  package var placeholders: [String] {
    pieces.reduce(into: []) { names, piece in
      if case .placeholder(let name) = piece, !names.contains(name) { names.append(name) }
    }
  }

  /// The text with values in the place of the placeholders; what has no value stays as it was typed.
  package func filled(_ values: [String: String]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder(let name): values[name] ?? "{\(name)}"
      }
    }
    .joined()
  }

  private mutating func add(_ character: Character) {
    if case .text(let text)? = pieces.last {
      pieces[pieces.count - 1] = .text(text + String(character))
    } else {
      pieces.append(.text(String(character)))
    }
  }

  /// A name up to a closing brace: letters, digits, `_` and `-`, of which a letter or `_` is the first.
  private static func name(in text: Substring) -> Substring? {
    guard let first = text.first, first.isLetter || first == "_" else { return nil }
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    return text.dropFirst(name.count).first == "}" ? name : nil
  }
}

/// A saved prompt whose placeholders are being asked for, one after the other.
package struct PromptFilling: Sendable, Hashable {
  package let name: String
  let template: PromptTemplate
  /// By placeholder, what was typed.
  var values: [String: String] = [:]
  /// The index of the placeholder that is asked for.
  package internal(set) var index = 0

  init(_ prompt: SavedPrompt) {
    name = prompt.name
    template = PromptTemplate(prompt.text)
  }

  /// What is asked for, with its place among all: "{city}, 1 of 3".
  package var question: String {
    let names = template.placeholders
    return "\(name): {\(names[index])}"
      + (names.count > 1 ? ", \(index + 1) of \(names.count)" : "")
  }

  package var isLast: Bool { index == template.placeholders.count - 1 }
}

import Conversation

/// A line that says who speaks from here on.
struct SpeakerHeading {
  /// How it looks.
  enum Style: Equatable {
    case heading(level: Int)
    case bold
  }

  enum Role {
    case user
    case assistant
    case system
  }

  let style: Style
  let role: Role
  /// What stands in brackets behind the name.
  private(set) var model = ""
  /// What stands behind it on its line.
  private(set) var rest = ""

  init?(_ line: ArraySlice<UInt8>) {
    guard line.count < 200, let first = line.first else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    if first == UInt8(ascii: "#") {
      let level = text.prefix { $0 == "#" }.count
      guard level <= 6, text.dropFirst(level).first == " " else { return nil }
      style = .heading(level: level)
      guard let (role, model) = Self.speaker(text.dropFirst(level)) else { return nil }
      (self.role, self.model) = (role, model)
    } else if text.hasPrefix("**"), let end = text.dropFirst(2).firstRange(of: "**") {
      style = .bold
      let inner = text[text.index(text.startIndex, offsetBy: 2)..<end.lowerBound]
      let behind = text[end.upperBound...]
      guard inner.last == ":" || behind.first == ":" || behind.allSatisfy(\.isWhitespace),
        let (role, model) = Self.speaker(inner)
      else { return nil }
      (self.role, self.model) = (role, model)
      rest = String(behind.drop { $0 == ":" || $0 == " " }) + "\n"
    } else {
      return nil
    }
  }

  private static func speaker(_ text: Substring) -> (Role, model: String)? {
    let name = text.prefix { !"(,·—–|".contains($0) }
    let letters = name.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "." }
    var words = letters.lowercased().split(separator: " ").map(String.init)
    if words.count > 1, words.last == "said" || words.last == "prompt" || words.last == "message" {
      words.removeLast()
    }
    guard words.count == 1 else { return nil }
    let model = text.dropFirst(name.count).drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
    switch words[0] {
    case "user", "you", "human", "me", "prompt", "question": return (.user, "")
    case "system": return (.system, "")
    case "assistant", "ai", "bot", "model", "llm", "response", "answer", "reply":
      return (.assistant, String(model))
    case "chatgpt", "claude", "gemini", "copilot", "mistral", "deepseek", "grok":
      return (.assistant, model.isEmpty ? words[0] : String(model))
    default: return nil
    }
  }
}

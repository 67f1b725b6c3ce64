import Conversation
import JSON

/// The content of a ChatGPT message: its kind, its text, and what of it is not in the file.
struct ChatGPTContent {
  let kind: String
  private(set) var text = ""
  /// What the user wants the model to know and to do, of `user_editable_context`.
  private(set) var instructions = ""
  private var images = 0
  private var sounds = 0
  private var unknown = 0
  private let language: String

  init(_ content: JSONElement?, references: JSONElement?) {
    kind = content?["content_type"]?.string ?? ""
    language = content?["language"]?.string ?? ""
    guard let content else { return }
    switch kind {
    case "thoughts": text = Self.thoughts(content)
    case "user_editable_context":
      instructions = Self.joined([
        content["user_profile"]?.string, content["user_instructions"]?.string,
      ])
    case "model_editable_context": text = content["model_set_context"]?.string ?? ""
    default: readParts(of: content)
    }
    guard let references else { return }
    for reference in references.elements.prefix(1_000) { cite(reference) }
  }

  /// Whether something stood in it that the file does not hold.
  var hasMedia: Bool { images + sounds > 0 }

  /// Whether something of it is counted as not taken.
  var hasOmissions: Bool { hasMedia || unknown > 0 }

  /// The text as Markdown.
  var markdown: String {
    guard kind == "code", !text.isEmpty else { return text }
    return text.fenced(language == "unknown" ? "" : language)
  }

  func count(in report: inout ImportReport) {
    report.count(.image, times: images)
    report.count(.audio, times: sounds)
    report.count(.unknownContent, times: unknown)
  }

  private mutating func readParts(of content: JSONElement) {
    var texts: [String] = []
    for part in (content["parts"]?.elements).map({ Array($0) }) ?? [] {
      if let string = part.string {
        texts.append(string)
      } else if part.isObject {
        texts += object(part).map { [$0] } ?? []
      } else if !part.isNull {
        unknown += 1
      }
    }
    for name: StaticString in ["text", "content", "result"] {
      if texts.isEmpty, let string = content[name]?.string { texts.append(string) }
    }
    text = Self.joined(texts)
    let isKnown = ["text", "multimodal_text", "code", "reasoning_recap"].contains(kind)
    if text.isEmpty, !isKnown, !hasMedia { unknown += 1 }
  }

  /// The text of a part that is an object.
  private mutating func object(_ part: JSONElement) -> String? {
    let kind = part["content_type"]?.string ?? ""
    if let string = part["text"]?.string { return string }
    if kind.contains("image") || part["asset_pointer"] != nil && !kind.contains("audio") {
      images += 1
    } else if kind.contains("audio") {
      sounds += 1
    } else {
      unknown += 1
    }
    return nil
  }

  private static func thoughts(_ content: JSONElement) -> String {
    let thoughts = content["thoughts"]?.elements.map { thought -> String in
      if let string = thought.string { return string }
      let summary = thought["summary"]?.string ?? ""
      return joined([summary.isEmpty ? nil : "**\(summary)**", thought["content"]?.string])
    }
    return joined(thoughts ?? [])
  }

  /// Puts what is shown in place of the mark of a reference to a source.
  private mutating func cite(_ reference: JSONElement) {
    guard let mark = reference["matched_text"]?.string,
      mark.unicodeScalars.contains(where: { (0xE200...0xE2FF).contains($0.value) })
    else { return }
    text = text.replacing(mark, with: reference["alt"]?.string ?? "")
  }

  private static func joined(_ texts: [String?]) -> String {
    texts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension String {
  /// The text in a fence that names its language.
  fileprivate func fenced(_ language: String) -> String {
    let fenced = self.fenced
    let sign = language.prefix { $0.isLetter || $0.isNumber || "+-#".contains($0) }
    return String(fenced.prefix { $0 == "`" } + sign + fenced.drop { $0 == "`" })
  }
}

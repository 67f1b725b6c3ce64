import Conversation
import JSON

/// The parts of a message of the program `llm`, read.
struct LLMLogParts {
  private(set) var text = ""
  private(set) var reasoning = ""
  private(set) var calls: [ToolCall] = []
  private(set) var files: [AttachedFile] = []
  private var omissions: [ImportOmission] = []

  init(_ parts: [LLMLogThread.Part], of thread: LLMLogThread) {
    for part in parts {
      var payload = JSONObject()
      if case .object(let object)? = part.payload.flatMap(JSONValue.init(json:)) {
        payload = object
      }
      let words = part.text ?? Self.text(of: payload, thread.fragments)
      switch part.type {
      case "text": text.appendParagraph(words)
      case "reasoning": reasoning.appendParagraph(words)
      case "tool_call": calls.append(Self.call(payload, index: calls.count))
      case "attachment": attach(payload, thread.attachments)
      default: omissions.append(.unknownContent)
      }
    }
  }

  func count(in report: inout ImportReport) {
    for omission in omissions { report.count(omission) }
  }

  /// A text in which fragments stand is kept as a list of them and of what is between them.
  private static func text(of payload: JSONObject, _ fragments: [Int: String]) -> String {
    guard case .array(let pieces)? = payload["text_ref"] else { return "" }
    return pieces.map { piece in
      guard case .object(let piece) = piece else { return "" }
      if case .integer(let id)? = piece["fragment"] { return fragments[id] ?? "" }
      return piece["literal"]?.asText ?? ""
    }
    .joined()
  }

  private static func call(_ payload: JSONObject, index: Int) -> ToolCall {
    var call = ToolCall(index: index)
    call.id = payload["tool_call_id"]?.asText
    call.name = payload["name"]?.asText ?? ""
    call.arguments = payload["arguments"]?.text ?? ""
    return call
  }

  private mutating func attach(
    _ payload: JSONObject,
    _ attachments: [String: LLMLogRow.Attachment]
  ) {
    guard case .object(let reference)? = payload["attachment"],
      let attachment = reference["id"]?.asText.flatMap({ attachments[$0] })
    else { return omissions.append(.file) }
    switch attachment.file {
    case .success(let file): files.append(file)
    case .failure(let omission): omissions.append(omission)
    }
  }
}

extension String {
  fileprivate mutating func appendParagraph(_ text: String) {
    self += isEmpty || text.isEmpty ? text : "\n\n" + text
  }
}

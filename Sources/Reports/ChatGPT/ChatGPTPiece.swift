import Conversation
import JSON

/// What a node of a ChatGPT conversation brings to ours.
enum ChatGPTPiece {
  case user(String)
  /// A part of a reply: ChatGPT keeps its thoughts, its calls of tools and its words as messages of their own.
  case reply(Part)
  case system(String)
  /// Nothing that is taken.
  case nothing

  struct Part {
    var content = ""
    var reasoning = ""
    var notice: String?
    var call: ToolCall?
    var model: String?
    var ending: Ending?
  }

  /// Reads a message, and counts what of it cannot be taken.
  init(_ message: JSONElement, _ report: inout ImportReport) {
    let role = message["author"]?["role"]?.string ?? ""
    let metadata = message["metadata"]
    let content = ChatGPTContent(message["content"], references: metadata?["content_references"])
    content.count(in: &report)
    if content.kind == "user_editable_context" {
      self = content.instructions.isEmpty ? .nothing : .system(content.instructions)
    } else if content.kind == "model_editable_context" {
      if !content.text.isEmpty { report.count(.memory) }
      self = .nothing
    } else if role == "tool" {
      report.count(.toolTurn)
      self = .nothing
    } else if metadata?["is_visually_hidden_from_conversation"]?.bool == true {
      if !content.text.isEmpty { report.count(.hiddenMessage) }
      self = .nothing
    } else if role == "system" {
      self = content.text.isEmpty ? .nothing : .system(content.text)
    } else if role == "user" {
      let files = Self.files(metadata)
      report.count(.file, times: files)
      let isSaid = !content.text.isEmpty || content.hasMedia || files > 0
      self = isSaid ? .user(content.text) : .nothing
      if !isSaid, !content.hasOmissions { report.count(.emptyMessage) }
    } else {
      self = Self.reply(message, content)
      if case .nothing = self, !content.hasOmissions { report.count(.emptyMessage) }
    }
  }

  private static func reply(_ message: JSONElement, _ content: ChatGPTContent) -> ChatGPTPiece {
    let metadata = message["metadata"]
    var part = Part()
    let recipient = message["recipient"]?.string ?? "all"
    if content.kind == "thoughts" || message["channel"]?.string == "analysis" {
      part.reasoning = content.text
    } else if content.kind == "reasoning_recap" {
      part.notice = content.text
    } else if recipient != "all" {
      var call = ToolCall(index: 0)
      call.name = recipient
      call.arguments = content.text
      part.call = call
    } else {
      part.content = content.markdown
    }
    guard part.call != nil || !(part.content + part.reasoning + (part.notice ?? "")).isEmpty else {
      return .nothing
    }
    part.model = metadata?["model_slug"]?.string
    part.ending = ending(message, metadata)
    return .reply(part)
  }

  private static func ending(_ message: JSONElement, _ metadata: JSONElement?) -> Ending? {
    switch metadata?["finish_details"]?["type"]?.string {
    case "stop": .finished(reason: "stop")
    case "max_tokens": .finished(reason: "length")
    case "interrupted": .cancelled
    default: message["status"]?.string == "in_progress" ? .incomplete : nil
    }
  }

  /// Attached files; images are counted where they stand in the content.
  private static func files(_ metadata: JSONElement?) -> Int {
    guard let attachments = metadata?["attachments"]?.elements else { return 0 }
    return attachments.count { $0["mime_type"]?.string?.hasPrefix("image/") != true }
  }
}

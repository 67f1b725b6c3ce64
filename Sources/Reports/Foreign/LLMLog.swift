import Conversation
import JSON

/// Makes conversations of what the program `llm` logged.
package enum LLMLog {
  /// One conversation; `nil` for no rows.
  ///
  /// - Parameters:
  ///   - rows: All rows of one conversation, in the order in which they were logged.
  ///   - report: Counts it, and what of it cannot be taken.
  /// - Returns: The same for the same rows, and with the same keys where rows were added behind them.
  package static func conversation(
    of rows: [LLMLogRow],
    _ report: inout ImportReport
  ) -> ImportedConversation? {
    guard let first = rows.first else { return nil }
    let origin = "llm \(first.conversationID ?? first.id)"
    let created = WallTime(text: first.datetime) ?? WallTime(milliseconds: 0)
    var record = ConversationRecord(id: StableHash(origin).conversationID, created: created)
    record.origin = origin
    let systems = rows.map(\.wholeSystem).firstOfEach
    record.system = systems.first
    report.count(.secondSystemPrompt, times: systems.count - 1)
    record.setTitle(
      ConversationRecord.title(from: first.conversationName ?? first.prompt),
      from: .firstMessage
    )
    var keys = OriginKeys(origin: origin)
    var messages: [StoredMessage] = []
    for row in rows { add(row, to: &messages, &keys, &report) }
    let stored = StoredConversation(record: record, messages: messages)
    let conversation = ImportedConversation(conversation: stored, leaf: messages.last?.key)
    report.took(conversation)
    return conversation
  }

  private static func add(
    _ row: LLMLogRow,
    to messages: inout [StoredMessage],
    _ keys: inout OriginKeys,
    _ report: inout ImportReport
  ) {
    let created = WallTime(text: row.datetime) ?? WallTime(milliseconds: 0)
    report.count(.toolTurn, times: row.toolResults)
    // Only the results of tools were sent: the answer goes on below the one before it.
    let isSaid = !row.prompt.isEmpty || !row.fragments.isEmpty || !row.attachments.isEmpty
    if isSaid || messages.isEmpty {
      messages.append(
        StoredMessage(
          key: keys.next(named: row.id + " prompt", at: created, after: messages.last?.key),
          parent: messages.last?.key,
          role: .user,
          created: created,
          content: row.prompt,
          attachments: row.fragmentFiles + row.attachmentFiles(&report)
        )
      )
    }
    messages.append(
      StoredMessage(
        key: keys.next(named: row.id, at: created, after: messages.last?.key),
        parent: messages.last?.key,
        role: .reply,
        created: created,
        content: row.response,
        reply: row.reply
      )
    )
  }
}

extension LLMLogRow {
  fileprivate var wholeSystem: String {
    (systemFragments + [system ?? ""]).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  fileprivate var fragmentFiles: [AttachedFile] {
    fragments.enumerated().map { index, text in
      AttachedFile(
        name: "fragment \(index + 1)",
        sizeInBytes: text.utf8.count,
        content: .text(text)
      )
    }
  }

  fileprivate func attachmentFiles(_ report: inout ImportReport) -> [AttachedFile] {
    attachments.compactMap { attachment in
      switch attachment.file {
      case .success(let file): return file
      case .failure(let omission):
        report.count(omission)
        return nil
      }
    }
  }

  fileprivate var reply: Reply {
    var reply = Reply.logged(by: model, figures)
    reply.reasoning = reasoning ?? ""
    for call in toolCalls {
      var collected = ToolCall(index: reply.toolCalls.count)
      collected.id = call.id
      collected.name = call.name
      collected.arguments = call.arguments
      reply.toolCalls.append(collected)
    }
    return reply
  }
}

extension LLMLogRow.Attachment {
  /// A file that is in the database, or why there is none.
  enum Reading {
    case success(AttachedFile)
    case failure(ImportOmission)
  }

  /// A text or an image; of others a model saw what weir has no place for.
  var file: Reading {
    let isImage = mediaType?.hasPrefix("image/") == true
    guard let content else { return .failure(isImage ? .image : .file) }
    let file = AttachedFile(name: path ?? url ?? mediaType ?? "attachment", bytes: content)
    let isTaken = file.isImage || mediaType?.hasPrefix("text/") == true
    return isTaken ? .success(file) : .failure(isImage ? .image : .file)
  }
}

extension LLMLog {
  /// The options of a request that weir knows, too.
  static func parameters(_ options: String?) -> [Parameter: JSONValue] {
    guard case .object(let members)? = options.flatMap(JSONValue.init(json:)) else { return [:] }
    var parameters: [Parameter: JSONValue] = [:]
    for member in members.members {
      if let parameter = Parameter(rawValue: member.name) { parameters[parameter] = member.value }
    }
    return parameters
  }
}

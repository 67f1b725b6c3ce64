import Conversation
import JSON

/// Walks the nodes of a ChatGPT conversation and makes ours of it.
///
/// What follows each other without the user speaking is one reply; where such a row forks, it ends.
struct ChatGPTWalk {
  private let json: JSONElement
  private let tree: ChatGPTTree
  private let created: WallTime?
  private let origin: String
  private var keys: OriginKeys
  private var system: String?
  private var messages: [StoredMessage] = []
  private var keyOfNode: [Int: MessageKey] = [:]
  private var links: [Link] = []
  /// The message that was made last below each one, and below none.
  private var youngest: [MessageKey?: StoredMessage] = [:]

  /// A part of a reply, behind the one before it.
  private struct Link {
    let node: Int
    let part: ChatGPTPiece.Part
    let created: WallTime?
    let previous: Int?
  }

  /// Where the walk stands: at a node, below a message, behind the last part of a reply that has not ended.
  private struct Step {
    let node: Int
    var parent: MessageKey?
    var row: Int?
  }

  init(_ json: JSONElement, _ tree: ChatGPTTree) {
    self.json = json
    self.tree = tree
    created = json["create_time"]?.unixTime
    let ids = [json["conversation_id"], json["id"]].compactMap { $0?.name }
    origin = "chatgpt \(ids.first ?? String(tree.hash(of: json).value, radix: 16))"
    keys = OriginKeys(origin: origin)
  }

  /// The conversation; `nil` where nothing was said.
  mutating func run(_ report: inout ImportReport) -> ImportedConversation? {
    report.count(.loop, times: tree.loops)
    var left = tree.roots.reversed().map { Step(node: $0) }
    while let step = left.popLast() {
      let step = visit(step, &report)
      for child in tree.children[step.node].reversed() {
        left.append(Step(node: child, parent: step.parent, row: step.row))
      }
    }
    guard !messages.isEmpty else {
      report.count(.emptyConversation)
      return nil
    }
    let current = json["current_node"]?.string
    let node = tree.nodes.firstIndex { $0.name == current }
    return ImportedConversation(
      conversation: StoredConversation(record: record, messages: messages),
      leaf: node.flatMap { keyOfNode[$0] }
    )
  }

  /// Takes a node; what it returns is where its children stand.
  private mutating func visit(_ step: Step, _ report: inout ImportReport) -> Step {
    var step = step
    let message = tree.nodes[step.node].message
    let time = message?["create_time"]?.unixTime
    switch message.map({ ChatGPTPiece($0, &report) }) ?? .nothing {
    case .user(let text):
      endRow(&step)
      step.parent = add(.user, text, at: step.node, time, below: step.parent, reply: nil)
    case .reply(let part):
      links.append(Link(node: step.node, part: part, created: time, previous: step.row))
      step.row = links.count - 1
    case .system(let text):
      if system == nil {
        system = text
      } else if system != text {
        report.count(.secondSystemPrompt)
      }
    case .nothing: break
    }
    if tree.children[step.node].count != 1 { endRow(&step) }
    if step.row == nil, let parent = step.parent { keyOfNode[step.node] = parent }
    return step
  }

  /// Makes one reply of a row of parts.
  private mutating func endRow(_ step: inout Step) {
    var row: [Link] = []
    var next = step.row
    while let index = next {
      row.append(links[index])
      next = links[index].previous
    }
    guard let first = row.last else { return }
    row.reverse()
    let model = row.compactMap(\.part.model).last
    var reply = Reply.imported(from: "chatgpt", model: model ?? "")
    reply.reasoning = Self.joined(row.map(\.part.reasoning))
    reply.notices = row.compactMap(\.part.notice)
    for var call in row.compactMap(\.part.call) {
      call.index = reply.toolCalls.count
      reply.toolCalls.append(call)
    }
    if let ending = row.compactMap(\.part.ending).last { reply.ending = ending }
    let text = Self.joined(row.map(\.part.content))
    let time = row.compactMap(\.created).first
    let key = add(.reply, text, at: first.node, time, below: step.parent, reply: reply)
    for link in row { keyOfNode[link.node] = key }
    step.parent = key
    step.row = nil
  }

  private mutating func add(
    _ role: MessageRole,
    _ text: String,
    at node: Int,
    _ time: WallTime?,
    below parent: MessageKey?,
    reply: Reply?
  ) -> MessageKey {
    let moment = time ?? created ?? WallTime(milliseconds: 0)
    // Where no times tell which of two came first, the order in which the file lists them does.
    let sibling = youngest[parent].flatMap { time == nil || $0.created == moment ? $0.key : nil }
    let before = [parent, sibling].compactMap { $0 }.max()
    let message = StoredMessage(
      key: keys.next(named: tree.nodes[node].name, at: moment, after: before),
      parent: parent,
      role: role,
      created: moment,
      content: text,
      reply: reply
    )
    messages.append(message)
    youngest[parent] = message
    return message.key
  }

  private var record: ConversationRecord {
    var record = ConversationRecord(
      id: StableHash(origin).conversationID,
      created: created ?? messages.map(\.created).min() ?? WallTime(milliseconds: 0)
    )
    record.origin = origin
    record.system = system
    record.isArchived = json["is_archived"]?.bool ?? false
    let title = json["title"]?.string?.oneLine ?? ""
    record.setTitle(
      ConversationRecord.title(from: messages.first?.content ?? ""),
      from: .firstMessage
    )
    if !title.isEmpty { record.setTitle(title, from: .user) }
    return record
  }

  private static func joined(_ texts: [String]) -> String {
    texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension JSONElement {
  /// A text or a number by which something is called; `nil` for anything else, and for no text at all.
  fileprivate var name: String? {
    let isName = string?.isEmpty == false || integer != nil
    return isName ? text : nil
  }

  /// Seconds since 1970, as a number or as text of a date; `nil` for what no clock shows.
  var unixTime: WallTime? {
    let number = string.map { Double($0) } ?? number
    if let string, number == nil { return WallTime(text: string) }
    guard let number, (1...4_102_444_800).contains(number) else { return nil }
    return WallTime(milliseconds: Int64((number * 1_000).rounded()))
  }
}

/// A conversation: a tree of user messages and replies, in which nothing is ever overwritten.
///
/// Editing a message or asking again makes a sibling. A path from a first message to a leaf is what a lane
/// shows and sends. The tree remembers, for each message, which child was looked at last.
package struct MessageTree: Sendable {
  private var messages: [Message] = []
  /// First messages, in the order of creation.
  package private(set) var roots: [MessageID] = []
  private var lastVisitedChild: [MessageID: MessageID] = [:]
  private var messageOfRequest: [RequestID: MessageID] = [:]

  package init() {}

  package var isEmpty: Bool { messages.isEmpty }
  package var count: Int { messages.count }

  /// - Parameter id: An id that this tree gave out.
  package subscript(id: MessageID) -> Message { messages[id.rawValue] }

  /// Adds what the user said, below `parent` (a reply), or as a first message.
  @discardableResult
  package mutating func addUserMessage(_ content: String, under parent: MessageID?) -> MessageID {
    addUserMessage(UserMessage(content), under: parent)
  }

  /// Adds what the user said, with the files that go with it.
  @discardableResult
  package mutating func addUserMessage(_ said: UserMessage, under parent: MessageID?) -> MessageID {
    let id = add(content: said.text, reply: nil, under: parent)
    messages[id.rawValue].attachments = said.attachments
    return id
  }

  /// Whether a path has images to send.
  package func hasImages(on path: [MessageID]) -> Bool {
    path.contains { self[$0].attachments.contains(where: \.isImage) }
  }

  /// Adds an empty reply below `parent` (a user message), to be filled by `apply`.
  @discardableResult
  package mutating func addReply(_ reply: Reply, under parent: MessageID) -> MessageID {
    let id = add(content: "", reply: reply, under: parent)
    messageOfRequest[reply.request] = id
    return id
  }

  /// Gives an event to the reply of its request.
  ///
  /// - Returns: The reply, or `nil` when no reply has that request.
  @discardableResult
  package mutating func apply(_ event: StreamEvent) -> MessageID? {
    guard let id = messageOfRequest[event.request] else { return nil }
    messages[id.rawValue].apply(event)
    return id
  }

  /// The messages from the first one to `leaf`, oldest first.
  package func path(to leaf: MessageID?) -> [MessageID] {
    var path: [MessageID] = []
    var next = leaf
    while let id = next {
      path.append(id)
      next = self[id].parent
    }
    return path.reversed()
  }

  /// All messages with the same parent as `id`, itself included, in the order of creation.
  package func siblings(of id: MessageID) -> [MessageID] {
    guard let parent = self[id].parent else { return roots }
    return self[parent].children
  }

  /// The leaf reached from `id` by the children that were looked at last, else the newest ones.
  package func leaf(below id: MessageID) -> MessageID {
    var leaf = id
    while let next = lastVisitedChild[leaf] ?? self[leaf].children.last { leaf = next }
    return leaf
  }

  /// Remembers the path to `leaf`, so that coming back to any message of it leads there again.
  package mutating func visit(_ leaf: MessageID) {
    var child = leaf
    while let parent = self[child].parent {
      lastVisitedChild[parent] = child
      child = parent
    }
  }

  /// The messages of a request that continues the path to `leaf`.
  ///
  /// Empty replies are left out, and what the user said around one is joined to one message: chat
  /// templates may insist on user and assistant taking turns.
  package func chatMessages(to leaf: MessageID?, system: String?) -> [ChatMessage] {
    var messages = system.map { [ChatMessage(role: .system, content: $0)] } ?? []
    for id in path(to: leaf) {
      let message = self[id]
      let role: ChatMessage.Role = message.isReply ? .assistant : .user
      if message.isReply && message.content.isEmpty { continue }
      if let last = messages.last, last.role == role {
        messages[messages.count - 1].parts = (last.parts + message.parts).joiningTexts
      } else {
        messages.append(ChatMessage(role: role, parts: message.parts))
      }
    }
    return messages
  }

  private mutating func add(content: String, reply: Reply?, under parent: MessageID?) -> MessageID {
    let id = MessageID(messages.count)
    messages.append(Message(id: id, parent: parent, content: content, reply: reply))
    if let parent { messages[parent.rawValue].children.append(id) } else { roots.append(id) }
    visit(id)
    return id
  }
}

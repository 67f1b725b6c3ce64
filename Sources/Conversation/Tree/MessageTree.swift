/// A conversation: a tree of user messages, replies and notes, in which nothing is ever overwritten.
///
/// Editing a message or asking again makes a sibling. A path from a first message to a leaf is what a lane
/// shows and sends; along it ids count up, even where messages moved. The tree remembers, for each message, which child was looked at last. What is pruned
/// stays until the tree is forgotten, hidden from everything but `prunedMessages`.
package struct MessageTree: Sendable {
  var messages: [Message] = []
  /// First messages, in the order of creation, pruned ones too.
  var allRoots: [MessageID] = []
  var idOfKey: [MessageKey: MessageID] = [:]
  /// Counts the changes of where messages stand: that one came, moved, was pruned or put back.
  package internal(set) var shape = 0
  /// What has changed since the archive was last told.
  var journal = TreeJournal()
  var keys: MessageKeyIssuer
  private var lastVisitedChild: [MessageID: MessageID] = [:]
  private var messageOfRequest: [RequestID: MessageID] = [:]

  /// - Parameter seed: Of the messages' keys; differs from tree to tree and from program to program.
  package init(seed: UInt64 = 0) {
    keys = MessageKeyIssuer(seed: seed)
  }

  /// Whether nothing can be seen in it.
  package var isEmpty: Bool { roots.isEmpty }
  /// Of all messages, pruned ones too.
  package var count: Int { messages.count }

  /// - Parameter id: An id that this tree gave out.
  package subscript(id: MessageID) -> Message { messages[id.rawValue] }

  /// The message of a key; `nil` when it is not of this tree.
  package func message(_ key: MessageKey) -> MessageID? { idOfKey[key] }

  /// Adds what the user said, below `parent` (a reply or a note), or as a first message.
  @discardableResult
  package mutating func addUserMessage(
    _ content: String,
    under parent: MessageID?,
    at created: WallTime = WallTime(milliseconds: 0)
  ) -> MessageID {
    addUserMessage(UserMessage(content), under: parent, at: created)
  }

  /// Adds what the user said, with the files that go with it.
  @discardableResult
  package mutating func addUserMessage(
    _ said: UserMessage,
    under parent: MessageID?,
    at created: WallTime = WallTime(milliseconds: 0)
  ) -> MessageID {
    let id = add(.user, said.text, under: parent, at: created)
    messages[id.rawValue].attachments = said.attachments
    return id
  }

  /// Whether a path has images to send.
  package func hasImages(on path: [MessageID]) -> Bool {
    path.contains { self[$0].attachments.contains(where: \.isImage) }
  }

  /// Adds a reply below `parent` (a user message), to be filled by `apply`.
  ///
  /// It begins with `content`, where the request gives its first words.
  @discardableResult
  package mutating func addReply(
    _ reply: Reply,
    under parent: MessageID,
    at created: WallTime = WallTime(milliseconds: 0),
    beginningWith content: String = ""
  ) -> MessageID {
    let id = add(.reply, content, under: parent, at: created)
    messages[id.rawValue].reply = reply
    messages[id.rawValue].reply?.givenBytes = content.utf8.count
    messageOfRequest[reply.request] = id
    return id
  }

  /// Adds a note of the user's below a message, or as a first one; it is shown there and never sent.
  @discardableResult
  package mutating func addNote(
    _ content: String,
    under parent: MessageID?,
    at created: WallTime = WallTime(milliseconds: 0)
  ) -> MessageID {
    add(.note, content, under: parent, at: created)
  }

  /// Gives an event to the reply of its request.
  ///
  /// - Returns: The reply, or `nil` when no reply has that request.
  @discardableResult
  package mutating func apply(_ event: StreamEvent) -> MessageID? {
    guard let id = messageOfRequest[event.request] else { return nil }
    messages[id.rawValue].apply(event)
    if case .ended = event.kind { journal.rewrite(id) } else { journal.noteGrowth(of: id) }
    return id
  }

  mutating func add(
    _ role: MessageRole,
    _ content: String,
    under parent: MessageID?,
    at created: WallTime,
    keyedAt moment: WallTime? = nil
  ) -> MessageID {
    let message = Message(
      id: MessageID(messages.count),
      key: keys.next(at: moment ?? created),
      role: role,
      created: created,
      parent: parent,
      content: content
    )
    append(message)
    journal.noteNew(message.id)
    // Those above are on the path that is shown, or will be visited when it is.
    if let parent { lastVisitedChild[parent] = message.id }
    return message.id
  }

  /// Adds a message whose id is the next one.
  mutating func append(_ message: Message) {
    keys.pass(message.key)
    idOfKey[message.key] = message.id
    messages.append(message)
    attach(message.id, to: message.parent)
  }

  /// Puts a message among the children of another, in the order of creation.
  mutating func attach(_ id: MessageID, to parent: MessageID?) {
    shape += 1
    messages[id.rawValue].parent = parent
    let place = place(of: messages[id.rawValue].key, below: parent)
    // In place: a copy of the siblings for each would make many of them quadratic.
    if let parent {
      messages[parent.rawValue].allChildren.insert(id, at: place)
    } else {
      allRoots.insert(id, at: place)
    }
  }

  private func place(of key: MessageKey, below parent: MessageID?) -> Int {
    let siblings = parent.map { messages[$0.rawValue].allChildren } ?? allRoots
    return siblings.lastIndex { messages[$0.rawValue].key < key }.map { $0 + 1 } ?? 0
  }

  /// Remembers the path to `leaf`, so that coming back to any message of it leads there again.
  package mutating func visit(_ leaf: MessageID) {
    var child = leaf
    while let parent = self[child].parent {
      lastVisitedChild[parent] = child
      child = parent
    }
  }

  /// The child of a message that was looked at last, else the newest one that is not pruned.
  func nextOnPath(below id: MessageID) -> MessageID? {
    if let last = lastVisitedChild[id], self[last].parent == id, !self[last].isPruned {
      return last
    }
    return children(of: id).last
  }
}

import Conversation

extension WorkbenchState {
  /// Goes on in a new conversation with copies of what stands on the path to a message; this one goes on the shelf.
  ///
  /// What streams is left out.
  mutating func fork(at message: MessageID) -> [Effect] {
    let path = tree.path(to: message)
    guard let leaf = path.last(where: { tree[$0].reply?.isStreaming != true }) else {
      status = StatusMessage("there is no message here yet")
      return []
    }
    let copy = tree.forked(at: leaf, seed: random.next(), now: wallNow)
    let old = keeping
    let effects = leaveConversation()
    beginEmptyConversation()
    tree = copy
    keeping.isOffTheRecord = old.isOffTheRecord
    keeping.record.forkedFrom = old.record.id
    keeping.record.system = old.record.system
    keeping.record.tags = old.record.tags
    if !old.record.title.isEmpty {
      let title = ConversationRecord.title(ofForkOf: old.record.title)
      keeping.record.setTitle(title, from: old.record.titleSource)
    }
    let tip = tree.newestReachable
    for index in conversation.lanes.indices { conversation.lanes[index].show(tip) }
    let back = keyMap.notation(for: .lastConversation).map { "; \($0) goes back" } ?? ""
    status = StatusMessage("forked into a new conversation\(back)", role: .success)
    return effects
  }
}

extension ConversationRecord {
  /// "Title (fork)", then "Title (fork 2)" and so on.
  static func title(ofForkOf title: String) -> String {
    guard title.hasSuffix(")"), let start = title.lastIndex(of: "("), start > title.startIndex
    else { return title + " (fork)" }
    let words = title[start...].dropFirst().dropLast().split(separator: " ")
    guard words.first == "fork", words.count <= 2 else { return title + " (fork)" }
    let number = words.count == 1 ? 1 : Int(words[1])
    guard let number, number < 1_000_000 else { return title + " (fork)" }
    return title[..<start] + "(fork \(number + 1))"
  }
}

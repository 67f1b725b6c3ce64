import Archive
import Conversation

extension ArchiveProbe {
  /// Adds so many messages of ten kilobytes, fifty a conversation.
  func fill(_ count: Int) {
    var random = SeededGenerator(seed: seed)
    let words = (0..<5_000).map { "w\(String($0, radix: 36))" }
    for start in stride(from: 0, to: count, by: 50) {
      var record = ConversationRecord(
        id: ConversationID(using: &random),
        created: WallTime(milliseconds: 1_700_000_000_000 + Int64(start) * 60_000)
      )
      record.title = "conversation \(start / 50)"
      var changes = ConversationChanges(id: record.id, moment: record.created)
      changes.record = record
      var issuer = MessageKeyIssuer(seed: random.next())
      var parent: MessageKey?
      for _ in start..<min(start + 50, count) {
        // A few words are in every text, most of them in few.
        let text = (0..<2_600).map { _ in
          let place = Double(random.next() >> 11) / 9_007_199_254_740_992
          return words[Int(place * place * place * 5_000)]
        }
        .joined(separator: " ")
        let message = StoredMessage(
          key: issuer.next(at: record.created),
          parent: parent,
          role: .user,
          created: record.created,
          content: text
        )
        parent = message.key
        changes.messages.append(.added(message))
      }
      save([changes])
    }
  }

  /// Says how long the first page of the list, one conversation and the first hits of searches take, in ms.
  func measure() {
    let start = MonotonicTime.now()
    let page = (try? archive.now(.list(limit: 50))) ?? []
    say("open and list \(page.count): \(MonotonicTime.now().milliseconds(since: start))")
    var last = page.last
    var begin = MonotonicTime.now()
    for _ in 0..<10 { last = (try? archive.now(.list(after: last, limit: 50)))?.last ?? last }
    say("a further page: \(MonotonicTime.now().milliseconds(since: begin) / 10)")
    begin = .now()
    let conversation = try? archive.now(.loadNewest)
    say(
      "load \(conversation?.messages.count ?? 0): \(MonotonicTime.now().milliseconds(since: begin))"
    )
    for text in ["w0 ", "w1", "w3ut ", "\"w0 w1\" ", "w3u w3t", "w"] { measure(text) }
  }

  private func measure(_ text: String) {
    let begin = MonotonicTime.now()
    let hits = (try? archive.searchNow(text, limit: 20)) ?? []
    say("first \(hits.count) hits of \(text): \(MonotonicTime.now().milliseconds(since: begin))")
  }
}

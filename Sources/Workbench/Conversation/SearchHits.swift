import Conversation
import Typeset

/// What a search found, in the order of the conversation.
struct SearchHits: Sendable {
  private(set) var hits: [SearchHit] = []

  /// How many more are taken.
  var room: Int { max(0, ConversationSearch.mostHits - hits.count) }

  func indices(of id: MessageID) -> Range<Int> {
    let first = hits.partition { $0.message < id }
    return first..<first + hits[first...].partition { $0.message <= id }
  }

  /// The first at or after a place; `nil` where there is none.
  func index(from message: MessageID, _ place: MessageAnchor) -> Int? {
    let start: (Int, Int, Int) =
      switch place {
      case .header, .reasoningHeader: (message.rawValue, -1, 0)
      case .reasoning(let offset, _):
        (message.rawValue, MessageSection.reasoning.rawValue, offset)
      case .body(let offset, _): (message.rawValue, MessageSection.content.rawValue, offset)
      case .note, .blank: (message.rawValue, .max, 0)
      }
    let index = hits.partition { $0.order < start }
    return index < hits.count ? index : nil
  }

  /// Drops those behind a message; all of them for `nil`.
  mutating func forget(after id: MessageID?) {
    hits.removeLast(hits.count - (id.map { indices(of: $0).upperBound } ?? 0))
  }

  mutating func remove(of id: MessageID) { hits.removeSubrange(indices(of: id)) }

  /// Takes out those of a text from a place on.
  ///
  /// - Returns: Where the last one ends that stays.
  mutating func removeHits(of id: MessageID, _ section: MessageSection, from start: Int) -> Int {
    let own = indices(of: id)
    let first =
      own.lowerBound + hits[own].partition { $0.order < (id.rawValue, section.rawValue, start) }
    let end =
      own.lowerBound + hits[own].partition { $0.order < (id.rawValue, section.rawValue + 1, 0) }
    hits.removeSubrange(first..<max(first, end))
    guard first > own.lowerBound, hits[first - 1].section == section else { return 0 }
    return hits[first - 1].range.upperBound
  }

  /// Puts in what stands between two of them, in its order.
  mutating func insert(_ new: [SearchHit]) {
    guard let first = new.first else { return }
    hits.insert(contentsOf: new, at: hits.partition { $0.order < first.order })
  }

  /// Adds those that overlap none that is there or that was added before.
  mutating func add(_ new: [SearchHit]) {
    var added: [SearchHit] = []
    for hit in new where added.count < room && added.last?.overlaps(hit) != true {
      let next = hits.partition { $0.order < hit.order }
      let isFree =
        (next == 0 || !hits[next - 1].overlaps(hit))
        && (next == hits.count || !hits[next].overlaps(hit))
      if isFree { added.append(hit) }
    }
    guard !added.isEmpty else { return }
    hits = (hits + added).sorted { $0.order < $1.order }
  }
}

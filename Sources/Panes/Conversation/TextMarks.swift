import Conversation
import Typeset
import Workbench

/// What is marked in a text: hits of a search and what is selected, by bytes of its source.
struct TextMarks {
  /// In their order.
  var hits: [Range<Int>] = []
  /// The hit that the reader stands at.
  var current: Range<Int>?
  var selection: Range<Int>?

  var isEmpty: Bool { hits.isEmpty && selection == nil }

  /// The role that a place of the source has by its mark.
  func role(at source: Int?) -> Role? {
    guard let source else { return nil }
    if let selection, selection.contains(source) { return .selection }
    let index = hits.partition { $0.upperBound <= source }
    guard index < hits.count, hits[index].contains(source) else { return nil }
    return hits[index] == current ? .matchCurrent : .match
  }
}

extension TextMarks {
  /// The hits of a search in a message's content or in its reasoning.
  init(_ search: ConversationSearch?, in id: MessageID, isReasoning: Bool) {
    guard let search else { return }
    hits = search.hits(in: id).filter { $0.isReasoning == isReasoning }.map(\.range)
    if let hit = search.currentHit, hit.message == id, hit.isReasoning == isReasoning {
      current = hit.range
    }
  }
}

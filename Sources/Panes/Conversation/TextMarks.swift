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
  /// What another lane's answer has otherwise, in their order.
  var differences: ArraySlice<LaneDifference.Mark> = []

  var isEmpty: Bool {
    hits.isEmpty && current == nil && selection == nil && differences.isEmpty
  }

  /// The role that a place of the source has by its mark.
  func role(at source: Int?) -> Role? {
    guard let source else { return nil }
    if let selection, selection.contains(source) { return .selection }
    if let current, current.contains(source) { return .matchCurrent }
    let index = hits.partition { $0.upperBound <= source }
    if index < hits.count, hits[index].contains(source) { return .match }
    let mark = differences.startIndex + differences.partition { $0.range.upperBound <= source }
    guard mark < differences.endIndex, differences[mark].range.contains(source) else { return nil }
    return differences[mark].isChanged ? .differenceChanged : .differenceOnly
  }
}

extension TextMarks {
  /// The hits of a search in a part of one of a message's texts; of one that is hidden, what is shown for it.
  init(
    _ search: ConversationSearch?,
    in id: MessageID,
    _ section: MessageSection,
    of document: Document,
    within source: Range<Int>
  ) {
    guard let search else { return }
    let own = search.hits(in: id)
    let before =
      own.startIndex
      + own.partition { hit in
        (hit.section.rawValue, hit.range.upperBound) <= (section.rawValue, source.lowerBound)
      }
    hits = own[before...].prefix {
      $0.section == section && $0.range.lowerBound <= source.upperBound
    }
    .map { document.shownSource(of: $0.range) }
    if let hit = search.currentHit, hit.message == id, hit.section == section {
      current = document.shownSource(of: hit.range)
    }
  }
}

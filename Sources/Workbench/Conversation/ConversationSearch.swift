import Conversation
import Typeset

/// A search through what was said in a lane: as it stands in the source, and as it is shown; finds what was never
/// laid out, too.
package struct ConversationSearch: Sendable {
  /// What a lane showed.
  struct Origin: Sendable {
    let scroll: ScrollPosition
    let selected: MessageID?
    let element: LaneElement?
    let codeOffset: Int
  }

  /// Which texts are looked through, and how they are shown.
  struct Scope: Sendable, Equatable {
    var toggledReasoning: Set<MessageID> = []
    var rawMessages: Set<MessageID> = []
    var showsAllReasoning = false

    func sections(of message: Message) -> [MessageSection] {
      let isToggled = toggledReasoning.contains(message.id)
      return isToggled != (showsAllReasoning && message.isReply)
        ? [.reasoning, .content] : [.content]
    }

    /// The messages of which it is said that they are shown another way.
    func changes(to other: Scope) -> Set<MessageID> {
      guard self != other else { return [] }
      return toggledReasoning.symmetricDifference(other.toggledReasoning)
        .union(rawMessages.symmetricDifference(other.rawMessages))
    }

    func isMarkdown(_ message: Message, _ section: MessageSection) -> Bool {
      !rawMessages.contains(message.id) && (message.isReply || section == .reasoning)
    }
  }

  /// More are not looked for.
  package static let mostHits = 100_000

  package internal(set) var lane: Lane.ID
  package internal(set) var editor = TextEditor()
  /// Whether the query takes the keys.
  package internal(set) var isTyping = true
  /// The hit that the reader stands at, by its index.
  package internal(set) var current: Int?
  /// What the lane showed when the search began.
  let origin: Origin
  private(set) var found = SearchHits()
  private var query = ""
  private var search = LiteralSearch("")
  private var path: [MessageID] = []
  private var scope = Scope()
  private var end = EndOfSearch()
  private(set) var shown = ShownSearch("")

  init(in lane: Lane) {
    self.lane = lane.id
    origin = Origin(
      scroll: lane.scroll,
      selected: lane.selected,
      element: lane.element,
      codeOffset: lane.codeOffset
    )
  }

  /// In the order of the conversation; no two overlap.
  package var hits: [SearchHit] { found.hits }

  package var currentHit: SearchHit? { current.map { hits[$0] } }

  package var isCut: Bool { found.room == 0 }

  /// Whether there are messages of which it is not known yet what they show.
  package var isUnfinished: Bool { !shown.pending.isEmpty && !isCut }

  /// Where the reader stands among the hits: "3 of 17"; empty without a query.
  package var count: String {
    guard !query.isEmpty else { return "" }
    let more = isCut ? "+" : isUnfinished ? "\u{2026}" : ""
    guard !hits.isEmpty else { return isUnfinished ? "looking\(more)" : "not found" }
    return (current.map { "\($0 + 1) of " } ?? "") + "\(hits.count)\(more)"
  }

  /// The hits of one message.
  package func hits(in id: MessageID) -> ArraySlice<SearchHit> {
    hits[found.indices(of: id)]
  }

  /// The first hit at or after a place; `nil` where there is none.
  func index(from message: MessageID, _ place: MessageAnchor) -> Int? {
    found.index(from: message, place)
  }

  /// Looks again where the query, the path, what is shown or the last message has changed; the current hit stays, or
  /// the one after it comes in its place.
  mutating func update(
    path newPath: [MessageID],
    tree: MessageTree,
    laidOut text: LaneText,
    scope newScope: Scope
  ) {
    let before = currentHit
    var shared = path == newPath ? path.count : zip(path, newPath).prefix { $0 == $1 }.count
    let isOther = editor.text != query || newScope.showsAllReasoning != scope.showsAllReasoning
    if isOther || 2 * shared < path.count {
      startOver()
      shared = 0
    }
    let changed = scope.changes(to: newScope)
    scope = newScope
    let isSame = path.count == shared && newPath.count == shared && changed.isEmpty
    let last = newPath.last.map { EndOfSearch.Lengths(tree[$0]) } ?? EndOfSearch.Lengths()
    guard isOther || !isSame || last != end.lengths else { return }
    current = nil
    if shared < path.count { forget(after: shared > 0 ? path[shared - 1] : nil) }
    path = newPath
    var anew = Set(changed.filter { id in shared > 0 && id <= newPath[shared - 1] })
    if shared == path.count, let id = path.last, last != end.lengths, !anew.contains(id),
      !lookOn(in: tree[id], text.index(of: id).map(text.text(at:)))
    {
      anew.insert(id)
    }
    for id in anew { lookAgain(in: tree[id]) }
    for id in path[shared...] where !isCut { look(in: tree[id]) }
    end.lengths = last
    goOn(in: tree, laidOut: text)
    current = before.flatMap { index(from: $0.message, $0.anchor) }
  }

  /// Looks through a slice of what is left to be looked through; the current hit stays.
  mutating func goOn(in tree: MessageTree, laidOut text: LaneText) {
    let before = currentHit
    shown.goOn(&found, in: tree, laidOut: text)
    current = before.flatMap { index(from: $0.message, $0.anchor) }
  }

  private mutating func startOver() {
    query = editor.text
    search = LiteralSearch(query, blanks: .any)
    shown.startOver(query)
    found = SearchHits()
    path = []
    end = EndOfSearch()
  }

  private mutating func forget(after id: MessageID?) {
    found.forget(after: id)
    shown.forget(after: id)
  }

  private mutating func lookAgain(in message: Message) {
    found.remove(of: message.id)
    shown.forget(message.id)
    look(in: message)
  }

  /// Looks through all of a message's source, and notes what of it may be shown otherwise.
  private mutating func look(in message: Message) {
    end = EndOfSearch()
    var hits: [SearchHit] = []
    for section in scope.sections(of: message) {
      let source = message.source(of: section)
      let ranges = search.ranges(in: source, atMost: found.room - hits.count)
      hits += ranges.map { SearchHit(message: message.id, section: section, range: $0) }
      if scope.isMarkdown(message, section) { shown.note(message.id, section, source) }
    }
    found.insert(hits)
  }

  /// Looks through what a message that streams gained, and through as much before it as later text may still change
  /// or as a hit may reach back.
  ///
  /// - Returns: Whether that was enough.
  private mutating func lookOn(in message: Message, _ text: MessageText?) -> Bool {
    guard let text, message.reply?.isStreaming == true, end.lengths.isStreaming else {
      return false
    }
    for section in scope.sections(of: message) {
      let source = message.source(of: section)
      let document = text.document(section)
      let reach = end.lengths[section] - search.longestHitInBytes + 1
      let isMarkdown = scope.isMarkdown(message, section) && document.format == .markdown
      let looksAtShown = isMarkdown && end.isWorthwhile(document, section)
      let start = max(0, looksAtShown ? min(reach, end.open[section] ?? 0) : reach)
      let from = max(start, found.removeHits(of: message.id, section, from: start))
      let ranges = search.ranges(in: source, from: from, atMost: found.room)
      found.insert(ranges.map { SearchHit(message: message.id, section: section, range: $0) })
      guard looksAtShown else { continue }
      let texts = document.shownTexts(from: start)
      found.add(shown.hits(in: texts, of: message.id, section) { $0.lowerBound >= from })
      end.note(document, section)
    }
    return true
  }
}

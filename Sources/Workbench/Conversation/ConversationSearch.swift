import Conversation
import Typeset

/// A search through what was said in a lane, as it stands in the source; finds what was never laid out, too.
package struct ConversationSearch: Sendable {
  /// A place where the text was found.
  package struct Hit: Sendable, Hashable {
    package let message: MessageID
    /// Whether it is in the reasoning, rather than in the content.
    package let isReasoning: Bool
    /// UTF-8 bytes of the text that it is in.
    package let range: Range<Int>

    var anchor: MessageAnchor {
      isReasoning ? .reasoning(offset: range.lowerBound) : .body(offset: range.lowerBound)
    }

    fileprivate var order: (Int, Int, Int) {
      (message.rawValue, isReasoning ? 0 : 1, range.lowerBound)
    }
  }

  /// What a lane showed.
  struct Origin: Sendable {
    let scroll: ScrollPosition
    let selected: MessageID?
    let element: LaneElement?
    let codeOffset: Int
  }

  /// What was looked through.
  struct Scope: Sendable, Equatable {
    var tip: MessageID?
    var toggledReasoning: Set<MessageID>
    var showsAllReasoning: Bool

    func includesReasoning(of id: MessageID) -> Bool {
      toggledReasoning.contains(id) != showsAllReasoning
    }
  }

  /// More are not looked for.
  package static let mostHits = 100_000

  package internal(set) var lane: Lane.ID
  package internal(set) var editor = TextEditor()
  /// Whether the query takes the keys.
  package internal(set) var isTyping = true
  /// In the order of the conversation.
  package private(set) var hits: [Hit] = []
  /// The hit that the reader stands at, by its index.
  package internal(set) var current: Int?
  /// What the lane showed when the search began.
  let origin: Origin
  private var query = ""
  private var scope: Scope?
  private var lengths = Lengths()

  init(in lane: Lane) {
    self.lane = lane.id
    origin = Origin(
      scroll: lane.scroll,
      selected: lane.selected,
      element: lane.element,
      codeOffset: lane.codeOffset
    )
  }

  package var currentHit: Hit? { current.map { hits[$0] } }

  package var isCut: Bool { hits.count >= Self.mostHits }

  /// Where the reader stands among the hits: "3 of 17"; empty without a query.
  package var count: String {
    guard !query.isEmpty else { return "" }
    guard !hits.isEmpty else { return "not found" }
    let all = "\(hits.count)\(isCut ? "+" : "")"
    return current.map { "\($0 + 1) of \(all)" } ?? all
  }

  /// The hits of one message.
  package func hits(in id: MessageID) -> ArraySlice<Hit> {
    let first = hits.partition { $0.message.rawValue < id.rawValue }
    let end = hits.partition { $0.message.rawValue <= id.rawValue }
    return hits[first..<end]
  }

  /// The first hit at or after a place; `nil` where there is none.
  func index(from message: MessageID, _ place: MessageAnchor) -> Int? {
    let start: (Int, Int, Int) =
      switch place {
      case .header, .reasoningHeader: (message.rawValue, 0, -1)
      case .reasoning(let offset, _): (message.rawValue, 0, offset)
      case .body(let offset, _): (message.rawValue, 1, offset)
      case .note, .blank: (message.rawValue, 2, 0)
      }
    let index = hits.partition { $0.order < start }
    return index < hits.count ? index : nil
  }

  /// Looks again where the query, the path or the last message has changed; the current hit stays, or
  /// the one after it comes in its place.
  mutating func update(path: [MessageID], tree: MessageTree, scope newScope: Scope) {
    let text = editor.text
    let last = path.last.map { tree[$0] }
    let newLengths = last.map(Lengths.init) ?? Lengths()
    let isSame = text == query && newScope == scope
    guard !isSame || newLengths != lengths else { return }
    let before = currentHit
    let search = LiteralSearch(text)
    if isSame, let last {
      lookOn(for: search, in: last, newScope)
    } else {
      hits = []
      for id in path where !isCut { look(for: search, in: tree[id], newScope) }
    }
    (query, scope, lengths) = (text, newScope, newLengths)
    current = before.flatMap { index(from: $0.message, $0.anchor) }
  }

  private mutating func look(for search: LiteralSearch, in message: Message, _ scope: Scope) {
    if let reasoning = message.reply?.reasoning, scope.includesReasoning(of: message.id) {
      add(search.ranges(in: reasoning, atMost: room), of: message.id, isReasoning: true)
    }
    add(search.ranges(in: message.content, atMost: room), of: message.id, isReasoning: false)
  }

  /// Looks through what a message gained, and through as much before it as a hit may reach back.
  private mutating func lookOn(for search: LiteralSearch, in message: Message, _ scope: Scope) {
    let places = hits(in: message.id).indices
    let endOfReasoning = places.lowerBound + hits[places].partition { $0.isReasoning }
    func gained(_ text: String, after length: Int, _ known: Range<Int>) -> [Range<Int>] {
      let reach = length - search.longestHitInBytes + 1
      let start = max(0, reach, hits[known].last?.range.upperBound ?? 0)
      return search.ranges(in: text, from: start, atMost: room)
    }
    let inContent = endOfReasoning..<places.upperBound
    add(
      gained(message.content, after: lengths.content, inContent),
      of: message.id,
      isReasoning: false
    )
    guard let reasoning = message.reply?.reasoning, scope.includesReasoning(of: message.id) else {
      return
    }
    let inReasoning = places.lowerBound..<endOfReasoning
    let found = gained(reasoning, after: lengths.reasoning, inReasoning)
    hits.insert(
      contentsOf: found.map { Hit(message: message.id, isReasoning: true, range: $0) },
      at: endOfReasoning
    )
  }

  private var room: Int { max(0, Self.mostHits - hits.count) }

  private mutating func add(_ ranges: [Range<Int>], of id: MessageID, isReasoning: Bool) {
    hits += ranges.lazy.map { Hit(message: id, isReasoning: isReasoning, range: $0) }
  }
}

/// How much of a message, which only grows, was looked through; in UTF-8 bytes.
private struct Lengths: Sendable, Equatable {
  var content = 0
  var reasoning = 0
}

extension Lengths {
  init(_ message: Message) {
    content = message.content.utf8.count
    reasoning = message.reply?.reasoning.utf8.count ?? 0
  }
}

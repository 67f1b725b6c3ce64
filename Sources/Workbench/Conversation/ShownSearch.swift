import Conversation
import Typeset

/// Looks for a text where messages show it and their source does not hold it: across markup, in formulas and
/// entities.
///
/// Messages that may show it are read for that, a slice at a time, and what they show is kept for the next query.
struct ShownSearch: Sendable {
  struct Text: Sendable, Hashable {
    let message: MessageID
    let section: MessageSection
  }

  /// Bytes that are read in one slice, a few milliseconds' worth.
  static let bytesAtOnce = 65_536
  /// Bytes of shown text that are kept.
  private static let mostBytesKept = 8_388_608

  /// What is left to be looked through; the last one is next.
  private(set) var pending: [Text] = []
  private var search: LiteralSearch
  private var skeleton: MarkupSkeleton
  private var kept: [Text: [ShownText]] = [:]
  private var bytesKept = 0
  /// How many messages were read, for tests of the cost.
  private(set) var reads = 0

  init(_ query: String) {
    search = LiteralSearch(query, blanks: .any)
    skeleton = MarkupSkeleton(query)
  }

  mutating func startOver(_ query: String) {
    search = LiteralSearch(query, blanks: .any)
    skeleton = MarkupSkeleton(query)
    pending = []
  }

  /// Takes note of a text that is Markdown.
  mutating func note(_ id: MessageID, _ section: MessageSection, _ source: String) {
    if skeleton.mayBeShown(in: source) { pending.append(Text(message: id, section: section)) }
  }

  /// Leaves out a message, which is looked through anew.
  mutating func forget(_ id: MessageID) { pending.removeAll { $0.message == id } }

  /// Leaves out the messages behind one; all of them for `nil`.
  mutating func forget(after id: MessageID?) {
    pending.removeAll { text in id.map { $0 < text.message } ?? true }
  }

  /// Looks through a slice of what is pending.
  mutating func goOn(
    _ found: inout SearchHits,
    in tree: MessageTree,
    laidOut text: LaneText
  ) {
    var left = Self.bytesAtOnce
    var hits: [SearchHit] = []
    while left > 0, found.room > hits.count, let next = pending.popLast() {
      let message = tree[next.message]
      let shown = texts(of: next, in: message, laidOut: text, left: &left)
      hits += self.hits(in: shown, of: next.message, next.section) { _ in true }
      left -= shown.reduce(64) { $0 + $1.bytes.count / 16 }
    }
    found.add(hits)
  }

  /// The hits in texts of a message that are wanted.
  func hits(
    in texts: [ShownText],
    of id: MessageID,
    _ section: MessageSection,
    where isWanted: (Range<Int>) -> Bool
  ) -> [SearchHit] {
    let ranges = texts.flatMap { text in
      text.bytes.withUnsafeBufferPointer { bytes in
        search.ranges(in: bytes, atMost: ConversationSearch.mostHits)
      }
      .compactMap(text.source(ofChanged:))
    }
    return ranges.filter(isWanted).map { SearchHit(message: id, section: section, range: $0) }
      .sorted { $0.order < $1.order }
  }

  /// What a message shows: of its layout where it is read, else it is read for this.
  private mutating func texts(
    of text: Text,
    in message: Message,
    laidOut lane: LaneText,
    left: inout Int
  ) -> [ShownText] {
    let source = message.source(of: text.section)
    if let index = lane.index(of: text.message) {
      let document = lane.text(at: index).document(text.section)
      if document.format == .markdown, document.source.count == source.utf8.count {
        return document.shownTexts()
      }
    }
    if let texts = kept[text] { return texts }
    reads += 1
    left -= source.utf8.count
    let texts = Document(source, widthInColumns: 80).shownTexts()
    if message.reply?.isStreaming != true { keep(texts, of: text) }
    return texts
  }

  private mutating func keep(_ texts: [ShownText], of text: Text) {
    let size = Self.size(of: texts)
    if bytesKept + size > Self.mostBytesKept { (kept, bytesKept) = ([:], 0) }
    guard size <= Self.mostBytesKept else { return }
    kept[text] = texts
    bytesKept += size
  }

  private static func size(of texts: [ShownText]) -> Int {
    texts.reduce(64) { $0 + 2 * $1.bytes.count }
  }
}

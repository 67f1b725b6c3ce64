/// Breaks a growing text into lines, greedily, and remembers where it stands.
///
/// Its state is a few words, so going on with more text costs as much as the new text. Only the last
/// cluster may change when text is added (a mark may join it), so the state before that cluster is kept,
/// and the breaker goes back to it before it goes on.
struct LineBreaker {
  /// A line in eight bytes; it ends where the next one starts.
  struct Line {
    var start: UInt32
    var columns: UInt16
    var isWrapped: Bool
    /// Printable ASCII only, apart from the line end; may be `false` for a line that is.
    var isPlain: Bool
  }

  struct State {
    var offset = 0
    var lineStart = 0
    var column = 0
    /// The last place where the open line may break, and the column there.
    var breakOffset = 0
    var breakColumn = 0
    /// The end of the last cluster that is not printable ASCII.
    var endOfLastUncommon = 0
    var previous = BreakClass.newline
    var isWrapped = false
    var closedLines = 0
  }

  let width: Int
  let tabWidth: Int
  /// The lines that are closed; one more is always open.
  private(set) var closed: [Line] = []
  /// How many lines are no continuation of the one above, among the first of those that are closed: none of
  /// none, then once for each stride of them.
  private var firstLines = [0]
  private static let stride = 64
  private(set) var state = State()
  private var beforeLastCluster = State()
  private var scanner = ClusterScanner()
  /// Bytes looked at since the start, for tests of the cost.
  private(set) var scannedBytes = 0
  /// Lines closed since the start, with those that were laid out again.
  private(set) var laidOutLines = 0

  init(width: Int, tabWidth: Int) {
    self.width = min(max(1, width), Int(UInt16.max))
    self.tabWidth = max(1, tabWidth)
  }

  /// The line that is not closed yet.
  var open: Line {
    Line(
      start: UInt32(state.lineStart),
      columns: UInt16(state.column),
      isWrapped: state.isWrapped,
      isPlain: state.endOfLastUncommon <= state.lineStart
    )
  }

  /// Forgets the lines that a change of the text from `offset` on may touch: the one it is in, and the two
  /// before, since a wide character that fits nowhere closes two lines.
  mutating func goBack(toBefore offset: Int) {
    let lines = closed.partition { Int($0.start) <= offset }
    let isOpenTouched = state.lineStart <= offset
    let kept = max(0, (isOpenTouched ? closed.count : lines - 1) - 2)
    guard kept < closed.count, kept > 0 else { return restart() }
    let line = closed[kept]
    keep(first: kept)
    state = State()
    state.offset = Int(line.start)
    state.lineStart = Int(line.start)
    state.isWrapped = line.isWrapped
    state.breakOffset = state.lineStart
    state.closedLines = kept
    beforeLastCluster = state
  }

  /// How many lines of the text itself begin before a line; costs the same wherever that is.
  func lineNumber(before line: Int) -> Int {
    let index = min(line / Self.stride, firstLines.count - 1)
    return firstLines[index] + closed[index * Self.stride..<line].count { !$0.isWrapped }
  }

  private mutating func keep(first count: Int) {
    closed.removeLast(closed.count - count)
    firstLines.removeLast(firstLines.count - 1 - count / Self.stride)
  }

  private mutating func restart() {
    keep(first: 0)
    state = State()
    beforeLastCluster = state
  }

  /// Goes on after the text was extended; `bytes` is the whole text.
  mutating func advance(_ bytes: Span<UInt8>) {
    state = beforeLastCluster
    keep(first: state.closedLines)
    scannedBytes += bytes.count - state.offset
    while state.offset < bytes.count {
      let wordEnd = bytes.endOfWord(from: state.offset)
      if wordEnd > state.offset {
        placeWord(bytes, to: wordEnd)
      } else if bytes.isPlainSpace(at: state.offset) {
        state.offset += 1
        placeBlank(columns: 1)
        state.previous = .space
      } else {
        placeCluster(bytes)
      }
    }
  }

  /// A run of printable ASCII without spaces.
  private mutating func placeWord(_ bytes: Span<UInt8>, to end: Int) {
    let start = state.offset
    noteBreak(before: BreakClass(ascii: bytes[start]), at: start)
    var position = start
    if state.column + end - start > width {
      wrapAtBreak()
      while state.column + end - position > width {
        position += width - state.column
        close(at: position, columns: width)
        state.column = 0
      }
      if state.lineStart >= start { forgetBreak() }
    }
    state.column += end - position
    state.previous = BreakClass(ascii: bytes[end - 1])
    state.offset = end
  }

  private mutating func placeCluster(_ bytes: Span<UInt8>) {
    let start = state.offset
    let cluster = scanner.scan(bytes, at: start)
    if cluster.end == bytes.count { beforeLastCluster = state }
    state.offset = cluster.end
    let isPlain = cluster.end == start + 1 && bytes[start] >= 0x20 && bytes[start] < 0x7F
    switch cluster.breakClass {
    case .newline:
      close(at: cluster.end, columns: state.column)
      state.column = 0
      state.isWrapped = false
      forgetBreak()
      state.previous = .newline
      return
    case .pendingReturn: state.endOfLastUncommon = cluster.end
    case .tab: placeBlank(columns: tabWidth - state.column % tabWidth)
    case .space: placeBlank(columns: cluster.columns)
    default:
      noteBreak(before: cluster.breakClass, at: start)
      place(columns: min(cluster.columns, width), at: start)
    }
    state.previous = cluster.breakClass
    if !isPlain { state.endOfLastUncommon = cluster.end }
  }

  /// Spaces that do not fit hang over the edge.
  private mutating func placeBlank(columns: Int) {
    state.column = min(width, state.column + columns)
    state.breakOffset = state.offset
    state.breakColumn = state.column
  }

  private mutating func place(columns: Int, at start: Int) {
    if state.column + columns > width { wrapAtBreak() }
    if state.column + columns > width {
      close(at: start, columns: state.column)
      state.column = 0
      forgetBreak()
    }
    state.column += columns
  }

  private mutating func noteBreak(before next: BreakClass, at offset: Int) {
    guard state.previous.allowsBreak(before: next) else { return }
    state.breakOffset = offset
    state.breakColumn = state.column
  }

  private mutating func forgetBreak() {
    state.breakOffset = state.lineStart
    state.breakColumn = state.column
  }

  /// Takes what follows the last break to a new line, if there was one in this line.
  private mutating func wrapAtBreak() {
    guard state.breakOffset > state.lineStart else { return }
    close(at: state.breakOffset, columns: state.breakColumn)
    state.column -= state.breakColumn
    state.breakColumn = 0
  }

  private mutating func close(at end: Int, columns: Int) {
    var line = open
    line.columns = UInt16(columns)
    closed.append(line)
    if closed.count.isMultiple(of: Self.stride) {
      firstLines.append(lineNumber(before: closed.count))
    }
    laidOutLines += 1
    state.closedLines += 1
    state.lineStart = end
    state.isWrapped = true
  }
}

extension Span<UInt8> {
  /// The end of the printable ASCII without spaces at `start`, save a last character that later text
  /// may still extend.
  fileprivate func endOfWord(from start: Int) -> Int {
    var end = start
    while end < count, self[end] &- 0x21 < 0x5E { end += 1 }
    return end < count && self[end] < 0x80 ? end : Swift.max(start, end - 1)
  }

  /// Whether a space stands at `offset` that no mark joins.
  fileprivate func isPlainSpace(at offset: Int) -> Bool {
    self[offset] == 0x20 && offset + 1 < count && self[offset + 1] < 0x80
  }
}

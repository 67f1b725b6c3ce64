/// A Markdown text that may grow, laid out row by row.
///
/// Text is read by whole blocks. What later text cannot change any more is closed and never looked at again,
/// save where a link definition comes late, or where an item makes its list loose; only the open tail is read
/// and laid out anew. Blocks are laid out when they come into view, until then their rows are an estimate.
/// Offsets are UTF-8 bytes of the source. When ``finish()`` was called the result is that of the whole text,
/// whatever the pieces in which it came.
package struct Document: Sendable {
  /// A part of the source that is closed: a block of the top level, or an item of a list there.
  struct Unit: Sendable {
    let source: Range<Int>
    var blocks: Range<Int>
    let gap: Block.Gap
    let list: ListPlace?
    /// What stands in brackets, and may come to be a link.
    let labels: Set<String>
  }

  package private(set) var source: [UInt8] = []
  private(set) var measure: Block.Measure
  var blocks: [Block] = []
  var units: [Unit] = []
  var references = References()
  /// Where the last closed part ends that had definitions.
  var definedThrough = 0
  /// Where the part begins that is not closed; its first block follows those of the units.
  var tail = Tail()
  /// The lists that have blank rows between their items, for good and for now.
  var looseLists: Set<Int> = []
  var looseOpenLists: Set<Int> = []
  var nextList = 0
  private(set) var isFinished = false
  /// The first row of each block; the last entry is the count of all.
  private(set) var starts = [0]
  /// The first block whose start is not up to date.
  var firstStale = 0
  /// Times that a closed block was read again, for tests of the cost.
  var revisits = 0
  /// Bytes that were read as Markdown, for tests of the cost.
  var readBytes = 0

  /// Whether the text is Markdown, or shown as it is.
  package enum Format: Sendable, Hashable {
    case markdown, plain
  }

  package let format: Format

  /// - Parameters:
  ///   - widthInColumns: At least 1; less counts as 1.
  ///   - wrapsCode: Whether long lines of code are broken, rather than cut at the edge.
  ///   - codeGutter: Columns for the numbers of code's lines; 0 for none.
  ///   - format: How the text is read.
  package init(
    widthInColumns: Int,
    wrapsCode: Bool = false,
    codeGutter: Int = 0,
    format: Format = .markdown
  ) {
    measure = Block.Measure(
      width: max(1, widthInColumns),
      wrapsCode: wrapsCode,
      codeGutter: codeGutter
    )
    self.format = format
  }

  package init(_ text: String, widthInColumns: Int, wrapsCode: Bool = false) {
    self.init(widthInColumns: widthInColumns, wrapsCode: wrapsCode)
    append(text)
    finish()
  }

  /// Adds text at the end; it is read by the next call of ``read()``.
  package mutating func append(_ text: some StringProtocol) {
    source.append(contentsOf: text.utf8)
  }

  /// Takes the source's end away; what was read of it is left to the caller.
  mutating func cutSource(toBytes count: Int) {
    source.removeLast(source.count - count)
    isFinished = false
  }

  /// Takes the text as complete.
  package mutating func finish() {
    guard !isFinished else { return }
    read()
    isFinished = true
    if format == .markdown { close(through: source.count, isAll: true) }
  }

  /// Reads what came since the last call.
  package mutating func read() {
    guard !isFinished else { return }
    if format == .markdown { readTail() } else { extendPlainText() }
  }

  /// Lays everything out for another width, as it is reached.
  package mutating func remeasure(widthInColumns: Int, wrapsCode: Bool, codeGutter: Int = 0) {
    let new = Block.Measure(
      width: max(1, widthInColumns),
      wrapsCode: wrapsCode,
      codeGutter: codeGutter
    )
    guard new != measure else { return }
    measure = new
    firstStale = 0
    updateStarts()
  }
}

extension Document {
  package var rowCount: Int { starts[starts.count - 1] }

  /// The block on a row, by its index.
  func blockIndex(atRow row: Int) -> Int {
    max(0, min(blocks.count - 1, starts.partition { $0 <= row } - 1))
  }

  func hasGap(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    switch blocks[index].gap {
    case .none: return false
    case .always: return true
    case .ifLoose(let list): return looseLists.contains(list) || looseOpenLists.contains(list)
    }
  }

  func measure(of index: Int) -> Block.Measure {
    var measure = measure
    measure.isOpen = !isFinished && index == blocks.count - 1
    return measure
  }

  func rows(of index: Int) -> Int {
    let block = blocks[index]
    return block.rowsAbove(hasGap: hasGap(index)) + block.textRows(measure(of: index))
  }

  /// Lays out the blocks on some rows.
  ///
  /// - Returns: Whether any was not yet, so that rows may have moved.
  package mutating func layOut(rows: Range<Int>) -> Bool {
    guard !blocks.isEmpty, !rows.isEmpty else { return false }
    var isChanged = false
    var index = blockIndex(atRow: rows.lowerBound)
    while index < blocks.count, starts[index] < rows.upperBound {
      if layOutBlock(index) { isChanged = true }
      index += 1
    }
    if isChanged { updateStarts() }
    return isChanged
  }

  /// - Returns: Whether it was not laid out.
  mutating func layOutBlock(_ index: Int) -> Bool {
    let measure = measure(of: index)
    guard !blocks[index].isLaidOut(measure) else { return false }
    blocks[index].layOut(measure)
    firstStale = min(firstStale, index)
    return true
  }

  mutating func updateStarts() {
    let first = min(firstStale, blocks.count)
    var row = first < starts.count ? starts[first] : 0
    starts.removeLast(starts.count - first)
    for index in first..<blocks.count {
      starts.append(row)
      row += rows(of: index)
    }
    starts.append(row)
    firstStale = blocks.count
  }
}

/// One paragraph, heading, piece of code, table or the like of a document, with what stands to its left.
struct Block: Sendable {
  enum Kind: Sendable, Equatable {
    case paragraph, heading, html, rule, table
    /// Its language as the fence names it; empty for none.
    case code(language: String)
  }

  /// Whether a blank row parts the block from the one above.
  enum Gap: Sendable, Equatable {
    case none, always
    /// Where the list of this number turns out to be loose.
    case ifLoose(list: Int)
  }

  private(set) var kind: Kind
  private(set) var margin: Margin
  var gap: Gap
  /// Bytes of the document's source, from the line where the block begins.
  private(set) var source: Range<Int>
  private(set) var spans: TextSpans
  /// The text; empty for a rule and for a table.
  private(set) var layout: TextLayout
  /// The cells; `nil` for any other kind.
  private(set) var table: TableLayout?
  /// What is known of the colours of code.
  var colours = CodeColours()
  /// How often lines were made, for tests of the cost.
  private(set) var visits = 1

  init(
    _ kind: Kind,
    text: RichText,
    table: Table? = nil,
    margin: Margin,
    gap: Gap,
    source: Range<Int>
  ) {
    self.kind = kind
    self.margin = margin
    self.gap = gap
    self.source = source
    spans = text.spans
    let isCode = if case .code = kind { true } else { false }
    layout = TextLayout(pending: text.bytes, tabWidth: isCode ? 4 : 8)
    self.table = table.map { TableLayout($0) }
  }

  var isCode: Bool {
    if case .code = kind { return true }
    return false
  }

  /// The language of code.
  var language: String? {
    if case .code(let language) = kind { return language }
    return nil
  }

  /// Takes the form of the same block read again, and keeps the lines that have not changed.
  mutating func become(_ other: Block) {
    guard kind == other.kind, margin.parts == other.margin.parts else {
      let visits = visits
      self = other
      self.visits += visits
      return
    }
    visits += 1
    margin = other.margin
    gap = other.gap
    source = other.source
    spans = other.spans
    let equal = layout.replace(with: other.layout.source)
    if isCode { colours.keep(first: layout.source[..<equal].count { $0 == UInt8(ascii: "\n") }) }
    if let new = other.table { table?.become(new) }
  }

  /// Adds text at the end.
  mutating func append(_ text: RichText) {
    colours.reopen(lineEndingAt: layout.source.count)
    spans.append(text.spans, at: layout.source.count)
    layout.append(text.bytes)
    source =
      source.lowerBound..<max(source.upperBound, text.spans.sourceEnd(textCount: text.bytes.count))
    visits += 1
  }
}

extension Block {
  /// How a document is laid out.
  struct Measure: Sendable, Equatable {
    var width: Int
    /// Whether long lines of code are broken, rather than cut and moved sideways.
    var wrapsCode: Bool
    /// Columns for the numbers of code's lines; 0 for none.
    var codeGutter = 0
    /// Whether the document may still grow at the block.
    var isOpen = false
  }

  /// Columns to the left of code.
  static let codeIndent = 1

  func textWidth(_ measure: Measure) -> Int {
    let free = max(1, measure.width - margin.columns(inWidth: measure.width))
    guard isCode else { return free }
    return measure.wrapsCode
      ? max(1, free - 2 * Self.codeIndent - measure.codeGutter) : Int(UInt16.max)
  }

  func isLaidOut(_ measure: Measure) -> Bool {
    if let table { return table.isLaidOut(width: textWidth(measure), isOpen: measure.isOpen) }
    return !layout.isPending && layout.widthInColumns == textWidth(measure)
  }

  /// Breaks the text into lines, where that is not done.
  mutating func layOut(_ measure: Measure) {
    let width = textWidth(measure)
    if table != nil {
      table?.layOut(width: width, isOpen: measure.isOpen)
    } else {
      layout.layOut(widthInColumns: width)
    }
  }

  /// Rows above the text: the blank one and the one that names the language of code.
  func rowsAbove(hasGap: Bool) -> Int { (hasGap ? 1 : 0) + (isCode ? 1 : 0) }

  /// Rows of the text: exact once it is laid out, before that an estimate.
  func textRows(_ measure: Measure) -> Int {
    switch kind {
    case .rule: return 1
    case .table: return table?.rowCount(width: textWidth(measure)) ?? 0
    case .paragraph, .heading, .html, .code:
      if isLaidOut(measure) { return layout.lineCount }
      return 1 + layout.source.count / min(textWidth(measure), 80)
    }
  }
}

import Conversation
import Typeset

/// One message laid out for one width, row by row; grows with the message at the cost of the new text.
///
/// A message that was never in view is not read: its rows are an estimate until it is.
package struct MessageText: Sendable {
  /// How the reader wants a message to be shown.
  package struct Options: Sendable, Equatable {
    package var width: Int
    /// Whether long lines of code are broken.
    package var wrapsCode = false
    /// Columns for the numbers of code's lines; 0 for none.
    package var codeGutter = 0
    /// Whether Markdown is shown as it was sent.
    package var isRaw = false
    /// Whether the reasoning's lines are rows, or only its header.
    package var showsReasoning = false
  }

  package private(set) var body: Document
  /// What can be folded behind a header: a reply's reasoning, or the files of a user message, which are read
  /// when they are unfolded.
  package private(set) var reasoning: Document
  package private(set) var notes: [(note: MessageNote, layout: TextLayout)] = []
  package private(set) var options: Options
  /// Whether the message can gain nothing more, so that it is never looked at again.
  package private(set) var isFrozen = false
  /// Whether the text is read; before that rows are an estimate.
  private(set) var isRead = false
  private var bodyBytes = 0
  private var reasoningBytes = 0
  private let isReply: Bool
  private let hasFiles: Bool
  /// What is left out of the content, and the marks that decide on it.
  private var filter: RowFilter?
  private var filtered: [LaneDifference.Mark]?

  init(_ message: Message, options: Options) {
    self.options = options
    isReply = message.isReply
    hasFiles = !message.attachments.isEmpty
    body = Self.document(options, isMarkdown: isReply && !options.isRaw)
    reasoning = Self.document(options, isMarkdown: !options.isRaw)
    isFrozen = message.reply?.isStreaming != true
    bodyBytes = message.content.utf8.count
    reasoningBytes =
      message.reply?.reasoning.utf8.count
      ?? message.attachments.reduce(0) { $0 + ($1.isImage ? 40 : $1.textBytes) }
  }

  private static func document(_ options: Options, isMarkdown: Bool) -> Document {
    Document(
      widthInColumns: options.width,
      wrapsCode: options.wrapsCode,
      codeGutter: options.codeGutter,
      format: isMarkdown ? .markdown : .plain
    )
  }

  /// Reads what the message has gained since the last call.
  mutating func extend(to message: Message, notes newNotes: [MessageNote]) {
    isRead = true
    isFrozen = message.reply?.isStreaming != true
    bodyBytes = Self.extend(&body, to: message.content, isWhole: isFrozen)
    if let text = message.reply?.reasoning {
      reasoningBytes = Self.extend(&reasoning, to: text, isWhole: isFrozen)
    }
    readFiles(of: message)
    guard notes.map(\.note) != newNotes else { return }
    notes = newNotes.map { ($0, TextLayout($0.text, widthInColumns: options.width)) }
  }

  /// Whether the message has gained what it has since at the end of what is laid out, so that the rest is read.
  func isBeginning(of message: Message) -> Bool {
    !isFrozen && message.content.utf8.starts(with: body.source)
      && (message.reply?.reasoning ?? "").utf8.starts(with: reasoning.source)
  }

  /// Whether more is laid out than the message, which was longer before, has now.
  func isBeyond(_ message: Message) -> Bool {
    guard !isFrozen else { return message.reply?.isStreaming == true }
    return body.source.count > message.content.utf8.count
      || reasoning.source.count > message.reply?.reasoning.utf8.count ?? 0
  }

  /// Goes back to what the message was earlier.
  mutating func turnBack(to message: Message, notes: [MessageNote]) {
    (filter, filtered) = (nil, nil)
    body.turnBack(toBytes: message.content.utf8.count)
    reasoning.turnBack(toBytes: message.reply?.reasoning.utf8.count ?? reasoning.source.count)
    extend(to: message, notes: notes)
  }

  private mutating func readFiles(of message: Message) {
    guard hasFiles, isRead, options.showsReasoning, reasoning.source.isEmpty else { return }
    reasoningBytes = Self.extend(&reasoning, to: message.attachedText, isWhole: true)
  }

  private static func extend(_ document: inout Document, to text: String, isWhole: Bool) -> Int {
    let total = text.utf8.count
    let known = document.source.count
    if total > known {
      let start = text.utf8.index(text.startIndex, offsetBy: known)
      document.append(text[start...])
    }
    if isWhole { document.finish() } else { document.read() }
    return total
  }

  /// Shows the message another way; what is laid out stays as far as it can.
  mutating func show(_ message: Message, as new: Options) {
    guard new != options else { return }
    (filter, filtered) = (nil, nil)
    let old = options
    options = new
    if new.isRaw != old.isRaw {
      self = MessageText(message, options: new)
    } else if new.measure != old.measure {
      body.remeasure(
        widthInColumns: new.width,
        wrapsCode: new.wrapsCode,
        codeGutter: new.codeGutter
      )
      reasoning.remeasure(
        widthInColumns: new.width,
        wrapsCode: new.wrapsCode,
        codeGutter: new.codeGutter
      )
      for index in notes.indices { notes[index].layout.layOut(widthInColumns: new.width) }
    }
    readFiles(of: message)
  }

  /// Lays out what stands on some rows, counted from the message's first.
  ///
  /// - Returns: Whether rows may have moved.
  mutating func layOut(rows: Range<Int>) -> Bool {
    var isChanged = false
    if reasoningRows > 1 {
      isChanged = reasoning.layOut(rows: rows.shifted(by: -2).clamped(to: 0..<reasoning.rowCount))
    }
    return body.layOut(rows: ownRows(rows)) || isChanged
  }
}

extension MessageText {
  /// Colours the code on some rows; see ``Document/colour(rows:using:budget:)``.
  mutating func colour(
    rows: Range<Int>,
    using highlighter: Highlighter,
    budget: inout Document.ColourBudget
  ) -> Bool {
    var isChanged = false
    if reasoningRows > 1 {
      let own = rows.shifted(by: -2).clamped(to: 0..<reasoning.rowCount)
      isChanged = reasoning.colour(rows: own, using: highlighter, budget: &budget)
    }
    return body.colour(rows: ownRows(rows), using: highlighter, budget: &budget) || isChanged
  }

  /// Colours code that is not in view.
  ///
  /// - Returns: Whether what is drawn has changed, and whether there was any left to colour.
  mutating func colourRest(
    using highlighter: Highlighter,
    budget: inout Document.ColourBudget
  ) -> (isChanged: Bool, hasMore: Bool) {
    let first = body.colourRest(using: highlighter, budget: &budget)
    let second = reasoning.colourRest(using: highlighter, budget: &budget)
    return (first.isChanged || second.isChanged, first.hasMore || second.hasMore)
  }

  /// What a layout of it holds, about.
  var sizeInBytes: Int { body.source.count + reasoning.source.count }

  package var rowCount: Int {
    1 + reasoningRows + bodyRows + notes.reduce(0) { $0 + $1.layout.lineCount } + 1
  }

  private var showsReasoning: Bool { options.showsReasoning }
  private var hasReasoning: Bool { reasoningBytes > 0 || hasFiles }

  var reasoningRows: Int {
    guard hasReasoning else { return 0 }
    return 1 + (showsReasoning ? rows(of: reasoning, bytes: reasoningBytes) : 0)
  }

  var bodyRows: Int {
    let all = bodyBytes > 0 ? rows(of: body, bytes: bodyBytes) : 0
    return filter?.shownCount(of: all) ?? all
  }

  /// The rows of the content on some rows of the message.
  private func ownRows(_ rows: Range<Int>) -> Range<Int> {
    let own = rows.shifted(by: -1 - reasoningRows).clamped(to: 0..<max(0, bodyRows))
    return filter?.rows(ofShown: own) ?? own
  }

  private func rows(of document: Document, bytes: Int) -> Int {
    isRead ? document.rowCount : 1 + bytes / max(1, options.width)
  }

  /// What stands on a row, counted from the message's first.
  package func row(_ index: Int) -> MessageRow {
    if index == 0 { return .header }
    var rest = index - 1
    if rest < reasoningRows { return rest == 0 ? .reasoningHeader : .reasoning(row: rest - 1) }
    rest -= reasoningRows
    if rest < bodyRows { return bodyRow(rest) }
    rest -= bodyRows
    for (index, note) in notes.enumerated() {
      if rest < note.layout.lineCount { return .note(index: index, line: rest) }
      rest -= note.layout.lineCount
    }
    return .blank
  }
}

extension MessageText {
  /// Shows only what is marked of the content, and a row of context; all of it for `nil`.
  ///
  /// - Returns: Whether rows have moved.
  mutating func showOnly(_ marks: [LaneDifference.Mark]?) -> Bool {
    let isGrown = filter.map { $0.rowCount != body.rowCount } ?? false
    guard marks != filtered || isGrown, isRead || marks == nil else { return false }
    filtered = marks
    let before = filter
    filter = nil
    if let marks {
      while body.layOut(rows: 0..<body.rowCount) {}
      let kept = marks.map { mark in
        let first = body.row(ofSourceOffset: mark.range.lowerBound)
        return first..<max(first, body.row(ofSourceOffset: mark.range.upperBound - 1)) + 1
      }
      filter = RowFilter(keeping: kept, of: body.rowCount)
    }
    return filter != before
  }

  private func bodyRow(_ index: Int) -> MessageRow {
    switch filter?.entry(at: index) {
    case nil: .body(row: index)
    case .row(let row): .body(row: row)
    case .hidden(let rows): .same(rows: rows)
    }
  }

  /// The row of the content as it is shown, without what is left out above it.
  func shownRow(ofBody row: Int) -> Int { filter?.shownRow(of: row) ?? row }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> {
    lowerBound + offset..<upperBound + offset
  }
}

extension MessageText.Options {
  /// What the rows depend on, beside what is shown at all.
  fileprivate var measure: MessageText.Options {
    var measure = self
    measure.isRaw = false
    measure.showsReasoning = false
    return measure
  }
}

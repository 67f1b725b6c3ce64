import Typeset
import Workbench

/// Draws rows of a document: its glyphs in the roles of a theme, code on its own ground.
struct DocumentDrawing {
  let document: Document
  /// The role of plain text: the content's or the reasoning's.
  let base: Role
  /// Tells the links of one message from those of others.
  var linkSpace = 0
  var codeOffset = 0
  var marks = TextMarks()
  /// The link that keys act on.
  var currentLink: LinkID?

  /// Draws a row of the document on the row `y` of the screen.
  ///
  /// - Returns: The column after the last glyph.
  @discardableResult
  func draw(row: Int, at y: Int, from start: Int, to end: Int, on canvas: inout Canvas) -> Int {
    if marks.isEmpty, let plain = document.plainRow(row) {
      let style = style(of: plain.style, ground: nil, theme: canvas.theme)
      return canvas.put(
        ascii: plain.bytes,
        row: y,
        column: start + plain.column,
        end: end,
        style: style
      )
    }
    let ground = drawGround(row: row, at: y, from: start, to: end, on: &canvas)
    let control = canvas.theme[.control]
    var links = LinkRuns()
    var last = start
    var known: (kind: TextStyle, style: Style)?
    document.forEachGlyph(ofRow: row, codeOffset: codeOffset) { glyph, place in
      var style: Style
      if glyph.isSubstitute {
        style = control
      } else if let known, known.kind == place.style {
        style = known.style
      } else {
        style = self.style(of: place.style, ground: ground, theme: canvas.theme)
        known = (place.style, style)
      }
      if let link = place.link, link == currentLink {
        style = canvas.theme[.selection]
        style.attributes.formUnion([.bold, .underline])
      }
      if !marks.isEmpty, let role = marks.role(at: place.source) { style = canvas.theme[role] }
      let column = start + place.column
      links.add(place.link, columns: column..<column + Int(glyph.width))
      last = canvas.put(glyph, row: y, column: column, end: end, style: style)
    }
    hand(links, at: y, to: end, on: &canvas)
    return last
  }

  /// Fills the ground that code stands on; `nil` where the row shows none.
  private func drawGround(
    row: Int,
    at y: Int,
    from start: Int,
    to end: Int,
    on canvas: inout Canvas
  ) -> Style? {
    guard let code = document.codeColumn(ofRow: row) else { return nil }
    let style = canvas.theme[.code]
    canvas.fill(row: y, from: start + code, to: end, with: 0x20, style: style)
    return style
  }

  /// Tells the canvas where the links of a row lead that are not cut.
  private func hand(_ links: LinkRuns, at y: Int, to end: Int, on canvas: inout Canvas) {
    for run in links.runs where run.columns.upperBound <= end {
      guard let url = document.url(of: run.link) else { continue }
      let id = linkSpace << 32 | run.link.number
      canvas.link(to: url, id: id, row: y, columns: run.columns)
    }
  }

  private func style(of text: TextStyle, ground: Style?, theme: Theme) -> Style {
    var style = theme[text.kind.role(base: base)]
    if let ground, text.kind.standsOnCode { style.background = ground.background }
    if text.emphasis.contains(.strong) { style.attributes.insert(.bold) }
    if text.emphasis.contains(.emphasis) { style.attributes.insert(.italic) }
    if text.emphasis.contains(.strike) { style.attributes.insert(.strike) }
    return style
  }
}

/// The links of a row, each with the columns that it takes without a gap.
private struct LinkRuns {
  private(set) var runs: [(link: LinkID, columns: Range<Int>)] = []

  mutating func add(_ link: LinkID?, columns: Range<Int>) {
    guard let link else { return }
    if let last = runs.last, last.link == link, last.columns.upperBound == columns.lowerBound {
      runs[runs.count - 1].columns = last.columns.lowerBound..<columns.upperBound
    } else {
      runs.append((link, columns))
    }
  }
}

extension TextStyle.Kind {
  fileprivate func role(base: Role) -> Role {
    switch self {
    case .text: base
    case .heading: .heading
    case .link: .link
    case .code: .codeInline
    case .codeBlock: .code
    case .maths: .maths
    case .html: .html
    case .footnote: .footnote
    case .tableHeader: .tableHeader
    case .marker: .muted
    case .quoteBar: .quote
    case .rule: .border
    case .codeLabel: .codeLabel
    case .syntax(let role): role.themeRole
    }
  }

  fileprivate var standsOnCode: Bool {
    switch self {
    case .syntax, .codeBlock, .codeLabel: true
    case .text, .heading, .link, .code, .maths, .html, .footnote, .tableHeader, .marker, .quoteBar,
      .rule:
      false
    }
  }
}

extension CodeRole {
  fileprivate var themeRole: Role {
    switch self {
    case .plain: .code
    case .comment: .syntaxComment
    case .keyword: .syntaxKeyword
    case .type: .syntaxType
    case .string: .syntaxString
    case .escape: .syntaxEscape
    case .number: .syntaxNumber
    case .function: .syntaxFunction
    case .constant: .syntaxConstant
    case .preprocessor: .syntaxPreprocessor
    case .attribute: .syntaxAttribute
    case .variable: .syntaxVariable
    case .symbol: .syntaxSymbol
    case .inserted: .success
    case .deleted: .error
    }
  }
}

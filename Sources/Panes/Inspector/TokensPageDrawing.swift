import Conversation
import Measuring
import Typeset
import Workbench

/// The reply's text cut into tokens or deltas: figures, the text, and below it what is known of the piece at the cursor.
struct TokensPageDrawing {
  let state: WorkbenchState
  let page: TokensPage
  let message: Message
  let reply: Reply
  let body: Rect

  init?(_ state: WorkbenchState, _ inspector: Inspector, _ message: Message, _ reply: Reply) {
    guard let body = state.inspectorBody else { return nil }
    self.state = state
    self.body = body
    self.message = message
    self.reply = reply
    page = inspector.tokens
  }

  func draw(on canvas: inout Canvas) {
    put(figures, at: body.row, on: &canvas)
    for (offset, runs) in page.view(message, reply).enumerated() {
      for run in runs { draw(run, at: body.row + 1 + offset, on: &canvas) }
    }
    var row = body.row + 1 + state.tokensTextRows
    for line in below where row < body.endRow {
      put(line, at: row, on: &canvas)
      row += 1
    }
  }

  private func put(_ line: PageLine, at row: Int, on canvas: inout Canvas) {
    line.draw(row: row, column: body.column + 1, end: body.endColumn - 1, on: &canvas)
  }

  private var figures: PageLine {
    var line = PageLine()
    guard page.pieces == .tokens else {
      line.add("cut into", "\(page.rows.count) deltas, which are not tokens", .accent)
      return line
    }
    line.add("", "\(page.figures.count) tokens", .accent)
    line.add("in", "\(reply.marks.count) deltas")
    line.add("perplexity", Self.figure(page.figures.perplexity))
    line.add(
      "mean entropy (named)",
      page.figures.meanEntropyBits.map { "\(Self.figure($0)) bit" } ?? "\u{2013}"
    )
    let unlikely = page.figures.unlikely.count
    line.add("below 10 %", String(unlikely), unlikely > 0 ? .error : .text)
    return line
  }

  private func draw(_ run: PieceRows.Run, at row: Int, on canvas: inout Canvas) {
    let style = style(of: run.piece, theme: canvas.theme)
    let start = body.column + 1 + run.column
    let end = body.endColumn - 1
    var column = start
    for glyph in run.glyphs {
      var own = style
      if glyph.isSubstitute { own.foreground = canvas.theme[.control].foreground }
      column = canvas.put(glyph, row: row, column: column, end: end, style: own)
    }
    if run.isEnd { canvas.text("\u{258F}", row: row, column: column, end: end, role: .muted) }
    if run.piece == page.shown { canvas.add(.reverse, row: row, from: start, to: column) }
  }

  /// The less likely, the more striking: by colour and by attributes.
  private func style(of piece: Int, theme: Theme) -> Style {
    guard page.pieces == .tokens, reply.logProbs.indices.contains(piece) else {
      let isReasoning =
        page.pieces == .deltas && reply.marks.indices.contains(piece)
        && reply.marks[piece].channel == .reasoning
      return theme[isReasoning ? .reasoning : .text]
    }
    return Likelihood(reply.logProbs[piece].probability).style(in: theme)
  }

  /// What is known of the piece at the cursor, and how to see more.
  private var below: [PageLine] {
    guard let shown = page.shown else { return [PageLine("nothing has come yet", .muted)] }
    guard page.pieces == .tokens, reply.logProbs.indices.contains(shown) else {
      return [ofDelta(shown)] + howToTurnOn
    }
    let token = reply.logProbs[shown]
    var line = PageLine()
    line.add("token", "\(shown + 1) of \(page.figures.count)", .accent)
    line.add("  \u{201C}\(token.token.prefix(60))\u{201D}")
    line.add("", Self.percent(token.probability), Likelihood(token.probability).role)
    if let bits = token.entropyBits { line.add("entropy", "\(Self.figure(bits)) bit") }
    return [line] + (page.showsAlternatives ? alternatives(of: token) : [])
  }

  private func ofDelta(_ shown: Int) -> PageLine {
    var line = PageLine()
    line.add("delta", "\(shown + 1) of \(page.rows.count)", .accent)
    if reply.marks.indices.contains(shown) { line.add("", "\(reply.marks[shown].lengthInBytes) B") }
    line.add("  \u{201C}\(page.shownText(message, reply).prefix(200))\u{201D}")
    return line
  }

  private var howToTurnOn: [PageLine] {
    let key = state.keyMap.notation(for: .inspectorLogProbs) ?? "l"
    let words =
      state.asksForLogProbs
      ? "log-probs come with the next reply (\(key) asks for none)"
      : "no log-probs: \(key) asks for them from the next request on, where the server gives them"
    return [PageLine(words, .muted)]
  }

  private func alternatives(of token: TokenLogProb) -> [PageLine] {
    guard !token.alternatives.isEmpty else {
      return [PageLine("no alternatives were named", .muted)]
    }
    let chosen = page.chosen(of: token)
    let room = state.tokensAlternativeRows
    let first = max(0, min((chosen ?? 0) - room + 1, token.alternatives.count - room))
    let width = max(6, min(30, body.columns - 42))
    return token.alternatives.enumerated().dropFirst(first).prefix(room).map { index, other in
      var line = PageLine(index == chosen ? "\u{25B8} " : "  ", .accent)
      line.add(
        "\u{201C}\(other.token.prefix(20))\u{201D}".left(24),
        index == chosen ? .accent : .text
      )
      line.add(Self.percent(other.probability).right(8) + "  ")
      line.add(Bar.text(other.probability, width: width), .spark)
      if other.token == token.token { line.add(" \u{2190} taken", .success) }
      return line
    }
  }

  private static func percent(_ probability: Double) -> String {
    let places = probability < 0.0995 ? 2 : 1
    return "\(FigureText.decimal(probability * 100, places: places)) %"
  }

  private static func figure(_ value: Double?) -> String {
    value.map { FigureText.decimal($0, places: 2) } ?? "\u{2013}"
  }
}

import Conversation
import Measuring

/// The page of tokens: the reply's text cut where the server cut it, by token with its log-probs, else by delta.
package struct TokensPage: Sendable {
  /// What the text is cut into.
  package enum Pieces: Sendable, Hashable {
    case tokens
    case deltas
  }

  package private(set) var pieces = Pieces.deltas
  package private(set) var rows = PieceRows()
  package private(set) var figures = LogProbFigures()
  /// The piece at the cursor, by its number from 0; `nil` goes along with the last one.
  package private(set) var cursor: Int?
  /// The first row in view.
  package private(set) var top = 0
  package internal(set) var showsAlternatives = true
  /// Which alternative a branch takes, in the server's order; `nil` for the likeliest that was not taken.
  package internal(set) var choice: Int?
  /// Where the first delta in view lies, while the text is cut into deltas.
  package private(set) var firstDelta = DeltaPlace()
  private var lastDelta = DeltaPlace()
  private var height = 1

  /// The piece at the cursor; `nil` where there is none.
  package var shown: Int? { rows.count > 0 ? min(cursor ?? rows.count - 1, rows.count - 1) : nil }

  /// The alternative that a branch would take, among those of a token.
  package func chosen(of token: TokenLogProb) -> Int? {
    if let choice, token.alternatives.indices.contains(choice) { return choice }
    return token.alternatives.firstIndex { $0.token != token.token }
  }

  mutating func take(_ message: Message, _ reply: Reply) {
    let now: Pieces = reply.logProbs.isEmpty ? .deltas : .tokens
    if now != pieces || rows.count > Self.count(of: reply, now) {
      startOver()
      pieces = now
    }
    figures.take(reply.logProbs)
    layOut(message, reply)
  }

  /// Says how much room there is; what was laid out for another width is so anew, with what is taken next.
  ///
  /// - Returns: Whether that is to be done.
  mutating func fit(width: Int, height: Int) -> Bool {
    self.height = max(1, height)
    guard rows.width != max(1, width) else { return false }
    rows = PieceRows(width: width)
    lastDelta = DeltaPlace()
    return true
  }

  /// Forgets a reply.
  mutating func startOver() {
    pieces = .deltas
    figures = LogProbFigures()
    rows = PieceRows(width: rows.width)
    (cursor, choice, firstDelta, lastDelta) = (nil, nil, DeltaPlace(), DeltaPlace())
  }

  private mutating func layOut(_ message: Message, _ reply: Reply) {
    switch pieces {
    case .tokens: rows.take(reply.logProbs.count) { reply.logProbs[$0].token }
    case .deltas:
      var place = lastDelta
      rows.take(reply.marks.count) { index in
        place.move(to: index, in: reply.marks)
        return place.text(of: message)
      }
      lastDelta = place
    }
    settle(reply)
  }

  /// The rows in view: what stands in each, and the text of each piece.
  package func view(_ message: Message, _ reply: Reply) -> [[PieceRows.Run]] {
    var place = firstDelta
    return (top..<max(top, min(top + height, rows.starts.count))).map { row in
      rows.runs(ofRow: row) { text(of: $0, message, reply, &place) }
    }
  }

  private func text(
    of piece: Int,
    _ message: Message,
    _ reply: Reply,
    _ place: inout DeltaPlace
  ) -> String {
    guard pieces == .deltas else {
      return reply.logProbs.indices.contains(piece) ? reply.logProbs[piece].token : ""
    }
    place.move(to: piece, in: reply.marks)
    return place.text(of: message)
  }

  /// What the piece at the cursor says.
  package func shownText(_ message: Message, _ reply: Reply) -> String {
    var place = firstDelta
    return shown.map { text(of: $0, message, reply, &place) } ?? ""
  }

  private static func count(of reply: Reply, _ pieces: Pieces) -> Int {
    pieces == .tokens ? reply.logProbs.count : reply.marks.count
  }
}

extension TokensPage {
  /// Has a branch take the next alternative to the token at the cursor, or the one before.
  mutating func choose(by step: Int, _ reply: Reply) {
    guard let shown, pieces == .tokens, reply.logProbs.indices.contains(shown) else { return }
    let token = reply.logProbs[shown]
    guard !token.alternatives.isEmpty else { return }
    let count = token.alternatives.count
    choice = ((chosen(of: token) ?? 0) + step + count) % count
  }

  mutating func move(by step: Int, _ reply: Reply) {
    if let shown { go(to: shown + step, reply) }
  }

  /// Goes to a piece; the last one is followed.
  mutating func go(to piece: Int, _ reply: Reply) {
    cursor = piece >= rows.count - 1 ? nil : max(0, piece)
    choice = nil
    settle(reply)
  }

  /// Goes to the piece that stands some rows below, or above, at the same column.
  mutating func move(byRows step: Int, _ message: Message, _ reply: Reply) {
    guard let shown else { return }
    var place = firstDelta
    let row = rows.row(of: shown)
    let target = row + step
    guard target >= 0 else { return go(to: 0, reply) }
    guard target < rows.starts.count else { return go(to: rows.count, reply) }
    let column =
      rows.runs(ofRow: row) { text(of: $0, message, reply, &place) }
      .first { $0.piece == shown }?.column ?? 0
    let runs = rows.runs(ofRow: target) { text(of: $0, message, reply, &place) }
    let piece = runs.first { $0.endColumn >= column } ?? runs.last
    if let piece { go(to: piece.piece, reply) }
  }

  /// Has the cursor's row in view, with as little movement as may be.
  private mutating func settle(_ reply: Reply) {
    let row = shown.map(rows.row) ?? 0
    if row < top { top = row }
    if row >= top + height { top = row - height + 1 }
    top = max(0, min(top, rows.starts.count - height))
    guard pieces == .deltas, rows.starts.indices.contains(top) else { return }
    firstDelta.move(to: rows.starts[top].piece, in: reply.marks)
  }
}

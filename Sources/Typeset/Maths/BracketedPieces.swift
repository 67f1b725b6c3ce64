/// Pieces in their order, with each `|` told: it opens, it closes, or it is a bar between two things.
struct BracketedPieces {
  private var pieces: [MathPiece] = []
  /// For each bracket that is open, the places of the bars that wait for another of their kind.
  private var waiting: [[String: Int]] = [[:]]

  /// A bar that still waits is one by itself: `P(A|B)`.
  var finished: [MathPiece] { pieces }

  mutating func append(_ new: [MathPiece]) {
    for piece in new { append(piece) }
  }

  private mutating func append(_ piece: MathPiece) {
    var piece = piece
    switch piece.kind {
    case .opening: waiting.append([:])
    case .closing where piece.plain != "!" && waiting.count > 1: waiting.removeLast()
    case .ordinary where piece.plain.first == "|" || piece.plain.first == "‖":
      pair(&piece)
    default: break
    }
    pieces.append(piece)
  }

  private mutating func pair(_ bar: inout MathPiece) {
    let name = String(bar.plain.prefix(1))
    if let first = waiting[waiting.count - 1].removeValue(forKey: name) {
      pieces[first].kind = .opening
      bar.kind = .closing
    } else if bar.plain == name {
      waiting[waiting.count - 1][name] = pieces.count
    }
  }
}

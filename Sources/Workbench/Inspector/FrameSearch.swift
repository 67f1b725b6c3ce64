import Conversation
import Recording

/// A search through the listed frames: through each as it came, and through what it brought, which may be written
/// otherwise there.
package struct FrameSearch: Sendable {
  package internal(set) var editor = TextEditor()
  /// Whether the query takes the keys.
  package internal(set) var isTyping = true
  /// Where the cursor was when the search began.
  let origin: Int?
  /// The frames that hold it, ascending.
  package private(set) var hits: [Int] = []
  package private(set) var literal = LiteralSearch("", blanks: .any)
  private var query = ""
  /// How many rows of the list were looked through.
  private var looked = 0

  init(origin: Int?) { self.origin = origin }

  package func holds(_ frame: Int) -> Bool {
    let place = hits.partition { $0 < frame }
    return place < hits.count && hits[place] == frame
  }

  /// Where the reader stands among the frames that hold it: "3 of 17"; empty without a query.
  package func count(at shown: Int?) -> String {
    guard !query.isEmpty else { return "" }
    guard !hits.isEmpty else { return "not found" }
    guard let shown, holds(shown) else { return String(hits.count) }
    return "\(hits.partition { $0 < shown } + 1) of \(hits.count)"
  }

  /// The frame with a hit that follows one, or comes before it, round at the ends.
  func hit(after shown: Int, by step: Int) -> Int? {
    guard let first = hits.first, let last = hits.last else { return nil }
    if step > 0 {
      let next = hits.partition { $0 <= shown }
      return next < hits.count ? hits[next] : first
    }
    let before = hits.partition { $0 < shown } - 1
    return before >= 0 ? hits[before] : last
  }

  /// The first frame with a hit from one on, else the last one.
  func hit(from frame: Int) -> Int? {
    let next = hits.partition { $0 < frame }
    return next < hits.count ? hits[next] : hits.last
  }

  mutating func startOver() { (hits, looked) = ([], 0) }

  /// Looks through the rows that the list has gained, and through all of them where the query is another.
  mutating func look(rows: Int, frame: (Int) -> Int, of frames: WireFrames, in body: [UInt8]) {
    if editor.text != query {
      query = editor.text
      literal = LiteralSearch(query, blanks: .any)
      startOver()
    }
    guard looked < rows, !query.isEmpty else { return }
    var summary = FrameSummary()
    while looked < rows {
      let index = frame(looked)
      if isFound(in: frames.frames[index], body, &summary) { hits.append(index) }
      looked += 1
    }
  }

  private func isFound(
    in frame: WireFrame,
    _ body: [UInt8],
    _ summary: inout FrameSummary
  ) -> Bool {
    let isThere = body.withUnsafeBufferPointer {
      !literal.ranges(in: UnsafeBufferPointer(rebasing: $0[frame.bytes]), atMost: 1).isEmpty
    }
    guard !isThere, body[frame.bytes].contains(UInt8(ascii: "\\")) else { return isThere }
    return literal.isFound(in: summary.text(of: frame.data(in: body)))
  }
}

import Conversation
import Measuring

/// The page of the gaps between deltas: a strip of them, a cursor on it, and their distribution.
package struct GapsPage: Sendable {
  /// What a cell of the strip stands for.
  package enum Strip: Sendable, Hashable {
    case deltas
    /// A slice of time, so many that the whole reply is in view.
    case slices
  }

  package internal(set) var strip = Strip.deltas
  /// How long nothing has come, in milliseconds, while that is a stall that has not ended.
  package internal(set) var stall: Double?
  /// The delta at the cursor, by its number from 0; `nil` goes along with the last one.
  package private(set) var cursor: Int?
  /// The first delta of the strip.
  package private(set) var first = 0
  /// How many deltas the strip has cells for.
  package private(set) var columns = 1
  /// Deltas that were taken.
  package private(set) var count = 0
  /// Where the text of the delta at the cursor lies.
  package private(set) var place = DeltaPlace()

  init(strip: Strip = .deltas) { self.strip = strip }

  /// The delta at the cursor; `nil` where there is none.
  package var shown: Int? { count > 0 ? min(cursor ?? count - 1, count - 1) : nil }

  mutating func show(_ marks: [Reply.Mark], count: Int) {
    self.count = count
    settle(marks)
  }

  mutating func fit(toColumns columns: Int, _ marks: [Reply.Mark]) {
    self.columns = max(1, columns)
    settle(marks)
  }

  mutating func move(by step: Int, _ marks: [Reply.Mark]) {
    guard let shown else { return }
    go(to: shown + step, marks)
  }

  /// Goes to a delta; the last one is followed.
  mutating func go(to delta: Int, _ marks: [Reply.Mark]) {
    cursor = delta >= count - 1 ? nil : max(0, delta)
    settle(marks)
  }

  /// Has the cursor's cell in view with some around it, with as little movement as may be; what follows moves by a fourth
  /// of the strip.
  private mutating func settle(_ marks: [Reply.Mark]) {
    let shown = shown ?? 0
    let margin = cursor == nil ? 0 : columns / 8
    if shown < first + margin { first = shown - margin }
    if shown >= first + columns - margin {
      first = shown - columns + 1 + (cursor == nil ? columns / 4 : margin)
    }
    // Cells without a delta stand at the right only, and no more than that fourth.
    first = max(0, min(first, count - columns + columns / 4))
    place.move(to: shown, in: marks)
  }
}

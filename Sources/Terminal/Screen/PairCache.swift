import CNcurses
import Workbench

/// The ncurses colour pair of each combination of colours in use.
struct PairCache {
  private struct Colors: Hashable {
    let foreground: Color
    let background: Color
  }

  private let reducer: ColorReducer
  private let limit: Int32
  private var pairs: [Colors: Int32] = [:]
  /// By reduced numbers: on a poor terminal many colours are one.
  private var reduced: [SIMD2<Int32>: Int32] = [:]
  private var next: Int32 = 1
  /// The pairs were given out anew, so what is on the screen has lost its colours.
  private(set) var isStale = false

  /// Knows no pair yet; `limit` is how many the terminal has, the fixed pair 0 included.
  init(reducer: ColorReducer, limit: Int32) {
    self.reducer = reducer
    self.limit = limit
  }

  /// The pair for a style; 0 is the terminal's own colours.
  mutating func pair(for style: Style) -> Int32 {
    guard limit > 1 else { return 0 }
    let colors = Colors(foreground: style.foreground, background: style.background)
    if let pair = pairs[colors] { return pair }
    let numbers = SIMD2(
      reducer.number(of: style.foreground),
      reducer.number(of: style.background)
    )
    let pair = reduced[numbers] ?? allocate(numbers)
    pairs[colors] = pair
    return pair
  }

  mutating func markFresh() { isStale = false }

  private mutating func allocate(_ numbers: SIMD2<Int32>) -> Int32 {
    if numbers == SIMD2(-1, -1) { return 0 }
    if next == limit {
      pairs.removeAll(keepingCapacity: true)
      reduced.removeAll(keepingCapacity: true)
      next = 1
      isStale = true
    }
    defer { next += 1 }
    init_extended_pair(next, numbers[0], numbers[1])
    reduced[numbers] = next
    return next
  }
}

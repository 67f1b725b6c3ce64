/// What stands to the left of a block's text: the bars of quotes, the markers of list items.
struct Margin: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case quote
    /// A bullet, a number, a footnote's label, the signs of a heading.
    case marker(String, columns: Int)

    var columns: Int {
      switch self {
      case .quote: 2
      case .marker(_, let columns): columns
      }
    }
  }

  /// From the left.
  var parts: [Part] = []
  /// From which part on the markers are drawn on the block's first row; those before belong to blocks above.
  var firstNew = 0
  /// How many parts the block shares with the one above; their bars go on through the blank row between.
  var shared = 0

  /// The columns of the parts that fit into half of `width`; deeper ones are not drawn.
  func columns(inWidth width: Int) -> Int {
    var columns = 0
    for part in parts {
      guard columns + part.columns <= width / 2 else { break }
      columns += part.columns
    }
    return columns
  }
}

/// Where an item stands in a top-level list whose items are read one by one.
struct ListPlace: Sendable, Equatable {
  /// Tells the lists of a document apart.
  let id: Int
  let isOrdered: Bool
  let isParenthesised: Bool
  /// The number of the item.
  var number: Int

  var marker: String {
    isOrdered ? "\(number)\(isParenthesised ? ")" : ".") " : Self.bullet(depth: 0)
  }

  static func bullet(depth: Int) -> String {
    switch depth % 3 {
    case 0: "\u{2022} "
    case 1: "\u{25E6} "
    default: "\u{25AA} "
    }
  }
}

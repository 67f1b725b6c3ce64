/// Where a table's column sets its text.
enum TableAlignment: Sendable, Hashable {
  case left, center, right
}

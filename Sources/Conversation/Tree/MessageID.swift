/// Names a message of one tree; counts up from 0 in the order of creation.
package struct MessageID: Sendable, Hashable, Comparable {
  package var rawValue: Int

  package init(_ rawValue: Int) {
    self.rawValue = rawValue
  }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

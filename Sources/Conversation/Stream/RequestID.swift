/// Names one request for as long as the program runs; never used twice, so that stragglers of a dead
/// request are told apart.
package struct RequestID: Sendable, Hashable, Comparable {
  package var rawValue: Int

  package init(_ rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The request of a reply that came from an archive or a file; no request has it.
  package static var none: RequestID { RequestID(.min) }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

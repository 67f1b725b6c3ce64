import Conversation

/// What is kept of a reply's recording; times count from when the reply was asked for.
package enum KeptRecording: Sendable, Hashable {
  case none
  /// The bytes were dropped for want of room, or never kept: their times and lengths are left.
  case outline(WireLog)
  case whole(WireLog)
  /// It is there and cannot be read.
  case damaged
}

extension CompactRecording {
  package var kept: KeptRecording {
    guard let log else { return .damaged }
    return raw == nil ? .outline(log) : .whole(log)
  }
}

/// One change of what is known of a conversation, which leaves alone what others may be changing.
package enum RecordEdit: Sendable, Hashable {
  /// A title that the user typed.
  case title(String)
  case tags([String])
  case pinned(Bool)
  case archived(Bool)
}

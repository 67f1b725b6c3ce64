import Conversation

/// Something to be asked of an archive, or done to it, with the answer it gives.
///
/// ``Archive/perform(_:then:)`` and ``Archive/now(_:)`` carry it out; each is one transaction.
package struct ArchiveRequest<Value: Sendable>: Sendable {
  enum Work: Sendable {
    case reading(@Sendable (inout ReadTurn) throws -> Value)
    case writing(@Sendable (WriteTurn) throws -> Value)
  }

  let work: Work
  /// Whether what was removed is to be gone from the file too.
  var isErasing = false
  /// The conversation whose record it changes, which earlier changes that come later would undo.
  var edited: ConversationID?
  /// The conversations that it removes, with what of them is not saved yet.
  var removed: Set<ConversationID> = []

  static func reading(_ body: @escaping @Sendable (inout ReadTurn) throws -> Value) -> Self {
    Self(work: .reading(body))
  }

  static func writing(_ body: @escaping @Sendable (WriteTurn) throws -> Value) -> Self {
    Self(work: .writing(body))
  }

  static func erasing(_ body: @escaping @Sendable (WriteTurn) throws -> Value) -> Self {
    Self(
      work: .writing { turn in
        let value = try body(turn)
        // The words of what was deleted stand in the index until its parts are merged.
        try turn.run("INSERT INTO message_fts (message_fts) VALUES ('optimize')")
        return value
      },
      isErasing: true
    )
  }
}

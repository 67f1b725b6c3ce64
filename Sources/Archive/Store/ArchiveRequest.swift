import Conversation
import GRDB

/// Something to be asked of an archive, or done to it, with the answer it gives.
///
/// ``Archive/perform(_:then:)`` and ``Archive/now(_:)`` carry it out; each is one transaction.
package struct ArchiveRequest<Value: Sendable>: Sendable {
  enum Work: Sendable {
    case reading(@Sendable (inout ReadTurn) throws -> Value)
    case writing(@Sendable (WriteTurn) throws -> Value)
    /// Reads for a question that another may take the place of.
    case answering(@Sendable (any DatabaseReader) throws -> Value)
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

  /// Reads for a question of a kind; gives `nil` where a newer one has come.
  static func answering<Answer>(
    _ number: Int,
    of questions: NewestQuestion,
    _ body: @escaping @Sendable (Database) throws -> Answer
  ) -> Self where Value == Answer? {
    Self(work: .answering { try questions.read(for: number, with: $0, body) })
  }

  static func erasing(_ body: @escaping @Sendable (WriteTurn) throws -> Value) -> Self {
    Self(
      work: .writing { turn in
        let value = try body(turn)
        try Erasure.begin(in: turn)
        return value
      },
      isErasing: true
    )
  }
}

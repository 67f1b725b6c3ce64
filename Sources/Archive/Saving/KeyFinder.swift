import Conversation
import GRDB

/// Finds the messages of a conversation by the keys that its tree gives them.
///
/// A key that something else has already gives way to others, in an order that follows from the key and the
/// conversation: whoever brings later changes finds the message again.
struct KeyFinder {
  enum Place {
    case there(MessageKey)
    case free(MessageKey)

    var key: MessageKey {
      switch self {
      case .there(let key), .free(let key): key
      }
    }
  }

  let db: Database
  let conversation: Int64

  /// The row that a key stands for: one of this conversation for which the condition holds, or a free one.
  func place(
    of key: MessageKey,
    where condition: String = "TRUE",
    _ arguments: [(any DatabaseValueConvertible)?] = []
  ) throws -> Place {
    let statement = try db.cachedStatement(
      sql: """
        SELECT coalesce(conversation = ? AND (\(condition)), FALSE) FROM message WHERE key = ?
        """
    )
    var others = SeededGenerator(
      seed: UInt64(bitPattern: key.rawValue) ^ UInt64(bitPattern: conversation).byteSwapped
    )
    var place = key
    while let isIt = try Bool.fetchOne(
      statement,
      arguments: StatementArguments([conversation] + arguments + [place.rawValue])
    ) {
      if isIt { return .there(place) }
      place = key.replacingRandomBits(using: &others)
    }
    return .free(place)
  }

  /// As ``place(of:where:_:)`` for a message that may be there already, as when it is sent a second time.
  func place(of message: StoredMessage) throws -> Place {
    let isSame = "role = ? AND created = ?"
    let role = message.role.rawValue
    let created = message.created.milliseconds
    // A reply grows; what the user said never changes.
    return message.role == .reply
      ? try place(of: message.key, where: isSame, [role, created])
      : try place(
        of: message.key,
        where: isSame + " AND content IS ?",
        [role, created, message.content.column]
      )
  }
}

import Conversation
import GRDB
import Recording

extension ArchiveRequest<KeptRecording> {
  /// What went over the wire for a reply, as far as it is kept.
  package static func recording(of message: MessageKey) -> Self {
    .reading { turn in
      guard try turn.db.hasRecordings() else { return .none }
      let row = try Row.fetchOne(
        turn.db,
        sql: "SELECT outline, raw FROM recording WHERE message = ?",
        arguments: [message.rawValue]
      )
      return row.map { RecordingRow.recording(of: $0).kept } ?? .none
    }
  }
}

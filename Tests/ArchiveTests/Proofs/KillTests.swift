import Conversation
import GRDB
import Glibc
import Support
import Testing

@testable import Archive

/// A weir that is killed at any moment leaves a sound archive, with all that was acknowledged.
@Suite struct KillTests {
  @Test func losesNothingThatWasAcknowledged() throws {
    let directory = TemporaryDirectory()
    let path = directory.path + "/data/weir.sqlite"
    var random = SeededGenerator(seed: UInt64(Glibc.time(nil)))
    var account = Account()
    for round in 0..<Soak.scale(20, whole: 1_000) {
      let probe = try ProbeProcess("stream", path, "\(round)")
      for _ in 0..<Int.random(in: 0...60, using: &random) { account.note(probe.line()) }
      for _ in 0..<Int.random(in: 0...4_000, using: &random) { getppid() }
      probe.end(by: SIGKILL)
      for line in probe.lines() { account.note(line) }
    }
    let archive = Archive(path: path)
    #expect(try archive.now(.soundness) == ["ok"])
    let filter = ConversationFilter()
    var kept: [MessageKey: StoredMessage] = [:]
    for line in try archive.now(.list(filter, limit: .max)) {
      let conversation = try #require(try archive.now(.load(line.record.id)))
      for message in conversation.messages { kept[message.key] = message }
    }
    #expect(account.lost(in: kept) == [])
    #expect(kept.values.filter { $0.role == .reply && $0.reply?.ending == nil } == [])
  }
}

/// What a probe has said that it gave to the archive, and what it said was acknowledged.
private struct Account {
  struct Reply {
    var said: [Int] = []
    var kept: Int?
  }

  private var replies: [MessageKey: Reply] = [:]
  private var troubles: [String] = []

  mutating func note(_ line: String?) {
    guard let words = line?.split(separator: " "), words.count == 3, let key = Int64(words[1]),
      let bytes = Int(words[2])
    else {
      if let line { troubles.append(line) }
      return
    }
    switch words[0] {
    case "said": replies[MessageKey(key), default: Reply()].said.append(bytes)
    case "kept": replies[MessageKey(key), default: Reply()].kept = bytes
    default: troubles.append(line ?? "")
    }
  }

  /// What is missing, and every trouble.
  func lost(in kept: [MessageKey: StoredMessage]) -> [String] {
    troubles
      + replies.compactMap { key, reply in
        guard let acknowledged = reply.kept else { return nil }
        guard let message = kept[key] else { return "no message \(key.rawValue)" }
        // The last batch that was given may be there or not; the one before it was acknowledged.
        let batches = reply.said.suffix(2)
        let bytes = message.content.utf8.count
        return bytes >= acknowledged && batches.contains(bytes)
          ? nil : "\(bytes) bytes of \(reply.said), acknowledged \(acknowledged)"
      }
  }
}

extension ArchiveRequest<[String]> {
  /// What SQLite finds wrong with the file, and the index with its texts: `ok`.
  static var soundness: Self {
    .writing { turn in
      try turn.run(
        "INSERT INTO message_fts (message_fts, rank) VALUES ('integrity-check', 1)"
      )
      return try String.fetchAll(turn.db, sql: "PRAGMA integrity_check")
    }
  }
}

import Archive
import Conversation
import Glibc

/// Uses an archive as weir does, and says each step in a line of its own.
struct ArchiveProbe {
  let archive: Archive
  let seed: UInt64

  init(path: String, seed: UInt64) {
    archive = Archive(path: path)
    self.seed = seed
  }

  /// Streams reply after reply, in batches, until it is killed.
  ///
  /// Says `said KEY BYTES` before a batch is given to the archive, and `kept KEY BYTES` once that acknowledged it.
  func stream() {
    var conversation = ProbeConversation(seed: seed)
    save(conversation.takeChanges())
    while true {
      conversation.ask()
      tell("said", conversation)
      save(conversation.takeChanges())
      tell("kept", conversation)
      for _ in 0..<Int(conversation.random.next() % 20) {
        conversation.receive()
        tell("said", conversation)
        save(conversation.takeChanges())
        tell("kept", conversation)
      }
      conversation.end()
      save(conversation.takeChanges())
    }
  }

  /// Saves so many messages, one at a time.
  func write(_ count: Int) {
    var conversation = ProbeConversation(seed: seed)
    for _ in 0..<count {
      conversation.note()
      save(conversation.takeChanges())
    }
    say("number \(conversation.id.text)")
  }

  /// Is kept from making its files larger for a while.
  func failToGrow() {
    signal(SIGXFSZ, SIG_IGN)
    var conversation = ProbeConversation(seed: seed)
    conversation.note()
    save(conversation.takeChanges())
    limitFiles(to: 65_536)
    for _ in 0..<40 {
      conversation.note(bytes: 4_096)
      save(conversation.takeChanges())
    }
    limitFiles(to: .max)
    conversation.note()
    save(conversation.takeChanges())
    say("number \(conversation.id.text)")
  }

  /// Tries to write as a user who may only read.
  func useAsNobody() {
    if geteuid() == 0, setgid(65_534) != 0 || setuid(65_534) != 0 {
      exit(71)
    }
    var conversation = ProbeConversation(seed: seed)
    conversation.note()
    save(conversation.takeChanges())
    do {
      say("listed \(try archive.now(.list(limit: 10)).count)")
      say("found \(try archive.searchNow("note", limit: 10).count)")
    } catch {
      say("trouble \(error)")
    }
  }

  /// Uses everything once, and then nothing; says `idle` before it waits for the end of its input.
  func idle() {
    var conversation = ProbeConversation(seed: seed)
    conversation.note()
    save(conversation.takeChanges())
    _ = try? archive.now(.list(limit: 10))
    _ = try? archive.searchNow("note", limit: 10)
    archive.search("note") { _ in }
    archive.save(conversation.takeChanges()) { _ in }
    say("idle")
    var byte: UInt8 = 0
    while read(0, &byte, 1) > 0 {}
  }

  /// Saves one message and closes the archive.
  func close() {
    write(1)
    archive.close()
    say("closed")
  }

  private func tell(_ word: String, _ conversation: ProbeConversation) {
    say("\(word) \(conversation.key.rawValue) \(conversation.length)")
  }

  func save(_ changes: [ConversationChanges]) {
    do {
      try archive.saveNow(changes)
    } catch {
      say("trouble \(error)")
    }
  }

  private func limitFiles(to bytes: UInt) {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    limit.rlim_cur = min(limit.rlim_max, rlim_t(bytes))
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }

  /// One write, so that a line is whole or not there.
  func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = Glibc.write(1, bytes, bytes.count)
  }
}

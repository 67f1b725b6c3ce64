/// What has changed in a tree since the archive was last told.
struct TreeJournal: Sendable {
  /// In the order in which they were added.
  private(set) var new: [MessageID] = []
  /// Replies that are to be written anew, whole.
  private(set) var rewritten: Set<MessageID> = []
  /// Replies that have received something.
  private(set) var grown: Set<MessageID> = []
  /// Messages that were pruned, put back or moved.
  private(set) var placed: Set<MessageID> = []
  /// How much of each reply that streams the archive has.
  var progress: [MessageID: Progress] = [:]
  /// Whether every message is to be given, as to an archive that knows nothing.
  private(set) var isWhole = false

  /// How much of a reply is known elsewhere, in bytes and counts.
  struct Progress: Sendable {
    var content = 0
    var reasoning = 0
    var refusal = 0
    var marks = 0
  }

  var hasGrowth: Bool { !grown.isEmpty }
  var hasMoreThanGrowth: Bool { !new.isEmpty || !rewritten.isEmpty || !placed.isEmpty }

  mutating func noteNew(_ id: MessageID) { new.append(id) }
  mutating func noteGrowth(of id: MessageID) { grown.insert(id) }
  mutating func rewrite(_ id: MessageID) { rewritten.insert(id) }
  mutating func notePlace(of id: MessageID) { placed.insert(id) }

  /// Forgets all changes; the progress of replies stays.
  mutating func clear() {
    new = []
    rewritten = []
    grown = []
    placed = []
    isWhole = false
  }

  /// Takes every message for new.
  mutating func noteAll(_ ids: [MessageID]) {
    clear()
    progress = [:]
    new = ids
    isWhole = true
  }
}

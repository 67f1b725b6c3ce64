/// What was killed, to be yanked back.
struct KillRing: Sendable, Equatable {
  /// Which side of a kill before it a further kill is joined to.
  enum Side: Sendable {
    case before
    case after
  }

  private static let mostEntries = 60
  private static let mostBytes = 32 << 20

  /// Newest first.
  private(set) var entries: [String] = []

  mutating func push(_ text: String) {
    guard !text.isEmpty else { return }
    entries.insert(text, at: 0)
    var bytes = entries.reduce(0) { $0 + $1.utf8.count }
    while entries.count > Self.mostEntries || entries.count > 1 && bytes > Self.mostBytes {
      bytes -= entries.removeLast().utf8.count
    }
  }

  /// Adds to the newest entry, for kills in a row.
  mutating func extend(with text: String, on side: Side) {
    guard !entries.isEmpty else { return push(text) }
    switch side {
    case .before: entries[0] = text + entries[0]
    case .after: entries[0] += text
    }
  }
}

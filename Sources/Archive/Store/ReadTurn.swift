import GRDB

/// One transaction that reads, and what it came upon.
struct ReadTurn {
  let db: Database
  /// Whether there are replies whose program is gone; they are put in order afterwards.
  var hasInterrupted = false
}

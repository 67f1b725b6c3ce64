import GRDB
import Synchronization

/// Closed connections, kept for as long as the archive.
///
/// When a connection's queue goes, Dispatch cleans up on one of its own concurrent queues, and watches that once
/// a second ever after (tried: `timerfd_settime` each second in a process that does nothing). So none goes.
final class RetiredConnections: Sendable {
  private let connections = Mutex<[any DatabaseReader]>([])

  /// Closes a connection and keeps what is left of it.
  func retire(_ connection: any DatabaseReader) {
    try? connection.close()
    connections.withLock { $0.append(connection) }
  }
}

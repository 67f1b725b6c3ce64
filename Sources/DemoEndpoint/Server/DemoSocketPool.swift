import FlyingSocks
import Glibc

/// FlyingFox's epoll pool, with two additions: it tells when the server is about to wait for its first
/// connection, and it turns Nagle's algorithm off, which would hold small deltas back for 40 ms.
///
/// Accepted sockets inherit TCP_NODELAY from the listening one, which is the first to wait here.
struct DemoSocketPool: AsyncSocketPool {
  private let base = SocketPool(queue: FlyingSocks.ePoll(maxEvents: 20))
  private let onWait: @Sendable () -> Void

  /// - Parameter onWait: Called every time a socket begins to wait; must be cheap.
  init(onWait: @escaping @Sendable () -> Void) {
    self.onWait = onWait
  }

  func prepare() async throws { try await base.prepare() }
  func run() async throws { try await base.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    var on: Int32 = 1
    setsockopt(
      socket.file.rawValue,
      Int32(IPPROTO_TCP),
      TCP_NODELAY,
      &on,
      socklen_t(MemoryLayout<Int32>.size)
    )
    onWait()
    try await base.suspendSocket(socket, untilReadyFor: events)
  }
}

import Glibc
import Synchronization

/// A raw TCP server on 127.0.0.1 that plays one script for each connection and records what it receives.
///
/// Every connection has a thread of its own. The scripts are taken in the order of the connections; the
/// last one serves all that follow.
package final class LoopbackServer: Sendable {
  /// One step of a script; after the last step the connection is closed.
  package enum Step: Sendable {
    /// Reads a whole request, its body too.
    case request
    case send([UInt8])
    /// Goes on when the latch is opened.
    case wait(Latch)
    case open(Latch)
    /// Waits until the client closes the connection.
    case untilClosed
    /// Closes with a reset instead of an end.
    case reset
  }

  private struct State {
    var connections = 0
    var requests: [String] = []
    var isClosed = false
  }

  package let port: Int
  private let listener: Int32
  private let scripts: [[Step]]
  private let state = Mutex(State())
  private let isDown = Latch()

  package convenience init(_ scripts: [Step]...) {
    self.init(scripts: scripts)
  }

  package init(scripts: [[Step]]) {
    precondition(!scripts.isEmpty, "a server needs a script")
    self.scripts = scripts
    (listener, port) = Self.listen()
    startThread { [self] in acceptAll() }
  }

  package convenience init(answer: [UInt8]) {
    self.init([.request, .send(answer)])
  }

  package convenience init(answer: String) {
    self.init(answer: Array(answer.utf8))
  }

  /// Stops taking connections; those that are open play on.
  package func close() {
    state.withLock { $0.isClosed = true }
    shutdown(listener, Int32(SHUT_RDWR))
  }

  /// Waits until connections are refused.
  package func waitUntilClosed() {
    isDown.wait()
  }

  /// The requests received so far, whole, in the order of arrival.
  package var requests: [String] { state.withLock { $0.requests } }

  package var connections: Int { state.withLock { $0.connections } }

  package var url: String { "http://127.0.0.1:\(port)/v1" }

  private static func listen() -> (Int32, Int) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        let isListening =
          bind(listener, pointer, length) == 0 && Glibc.listen(listener, 128) == 0
          && getsockname(listener, pointer, &length) == 0
        precondition(isListening, "no loopback port could be opened")
      }
    }
    return (listener, Int(UInt16(bigEndian: address.sin_port)))
  }

  private func acceptAll() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0, !state.withLock({ $0.isClosed }) else { break }
      let number = state.withLock { state in
        defer { state.connections += 1 }
        return state.connections
      }
      startThread { [self] in
        LoopbackConnection(connection).play(scripts[min(number, scripts.count - 1)]) { request in
          state.withLock { $0.requests.append(request) }
        }
      }
    }
    Glibc.close(listener)
    isDown.open()
  }
}

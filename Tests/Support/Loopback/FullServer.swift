import Glibc

/// A listening port whose queue of connections is full, so that a further connection is never made.
package final class FullServer: Sendable {
  package let port: Int
  private let sockets: [Int32]

  package init() {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let listener = socket(AF_INET, kind, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    var sockets = [listener]
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        let isListening =
          bind(listener, pointer, length) == 0 && listen(listener, 0) == 0
          && getsockname(listener, pointer, &length) == 0
        precondition(isListening, "no loopback port could be opened")
        for _ in 0..<4 {
          let client = socket(AF_INET, kind, 0)
          _ = connect(client, pointer, length)
          sockets.append(client)
        }
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    self.sockets = sockets
  }

  package func close() {
    for socket in sockets { Glibc.close(socket) }
  }
}

import Glibc

/// A port of 127.0.0.1 that is held without listening yet, so that presets can name it before there is
/// a server.
///
/// Linux lets a second socket with SO_REUSEADDR bind the same address as long as none listens there,
/// and gives the port to nobody who asks for any free one (socket(7), tried).
package struct PortReservation: Sendable {
  package let port: UInt16
  private let descriptor: Int32

  /// Takes any free port for 0.
  package init(port: UInt16) throws(DemoServerError) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .cannotListen(port: port, errno: errno) }
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in.loopback(port: port)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 ? getsockname(descriptor, address, &length) : -1
      }
    }
    guard result == 0 else {
      let reason = errno
      close(descriptor)
      throw .cannotListen(port: port, errno: reason)
    }
    self.descriptor = descriptor
    self.port = UInt16(bigEndian: address.sin_port)
  }

  /// Lets go of the port; must be called once.
  package func release() {
    close(descriptor)
  }
}

extension sockaddr_in {
  static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    return address
  }
}

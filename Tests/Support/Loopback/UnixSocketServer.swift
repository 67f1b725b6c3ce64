import Glibc

/// A server on a Unix socket that answers its first connection.
package final class UnixSocketServer: Sendable {
  package let path: String
  private let listener: Int32

  /// - Throws: When no socket can be made in the temporary directory.
  package init(answer: String) throws {
    let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    path = "\(directory)/weir-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).sock"
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard Self.listen(listener, path) else { throw Failure(path: path) }
    startThread { [listener] in
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      LoopbackConnection(connection).play([.request, .send(Array(answer.utf8))]) { _ in }
    }
  }

  package func close() {
    shutdown(listener, Int32(SHUT_RDWR))
    Glibc.close(listener)
    unlink(path)
  }

  /// The path of a socket that could not be made.
  private struct Failure: Error {
    let path: String
  }

  private static func listen(_ listener: Int32, _ path: String) -> Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && Glibc.listen(listener, 1) == 0
      }
    }
  }
}

import Glibc

/// One accepted connection that plays its script, then closes.
struct LoopbackConnection {
  private let socket: Int32

  init(_ socket: Int32) {
    self.socket = socket
  }

  func play(_ script: [LoopbackServer.Step], record: (String) -> Void) {
    defer { close(socket) }
    for step in script {
      switch step {
      case .request:
        guard let request = readRequest() else { return }
        record(request)
      case .send(let bytes): guard send(bytes) else { return }
      case .wait(let latch): latch.wait()
      case .open(let latch): latch.open()
      case .untilClosed: readToEnd()
      case .reset:
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
          socket,
          SOL_SOCKET,
          SO_LINGER,
          &linger,
          socklen_t(MemoryLayout.size(ofValue: linger))
        )
        return
      }
    }
    shutdown(socket, Int32(SHUT_WR))
  }

  /// The bytes up to the end of the head, and as many more as `Content-Length` says; `nil` at the end.
  private func readRequest() -> String? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      guard let head = Self.head(of: text) else { continue }
      if bytes.count >= head.utf8.count + Self.contentLength(in: head) { return text }
    }
  }

  private static func head(of text: String) -> Substring? {
    var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line.isEmpty, line.endIndex < text.endIndex {
        return text[..<text.index(after: line.endIndex)]
      }
    }
    return nil
  }

  private static func contentLength(in head: Substring) -> Int {
    let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
    let value = line?.split(separator: ":").last?.drop { $0 == " " }
    return value.flatMap { Int($0) } ?? 0
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
        let count = Glibc.send(socket, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }

  private func readToEnd() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while recv(socket, &buffer, buffer.count, 0) > 0 {}
  }
}

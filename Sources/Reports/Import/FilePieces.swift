import Glibc

/// The bytes of a file or a pipe, a piece at a time.
struct FilePieces {
  private static let mostBytes = 1 << 18

  let descriptor: Int32
  let name: String

  /// The next bytes, as many as asked for where the file has that many; none at its end.
  func next(atLeast count: Int) throws(ImportError) -> [UInt8] {
    var piece: [UInt8] = []
    while piece.count < count {
      let read = try readOnce()
      if read.isEmpty { break }
      piece = piece.isEmpty ? read : piece + read
    }
    return piece
  }

  private func readOnce() throws(ImportError) -> [UInt8] {
    while true {
      var code: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: Self.mostBytes) { buffer, count in
        let read = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        code = read < 0 ? errno : 0
        count = max(0, read)
      }
      if code == 0 { return bytes }
      if code != EINTR { throw .unreadable(name, code) }
    }
  }
}

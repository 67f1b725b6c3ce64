import Glibc

/// Lines from a descriptor, as they come.
struct InputLines {
  private let descriptor: Int32
  private var partial: [UInt8] = []
  private var lines: [String] = []
  private(set) var isAtEnd = false

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  var hasLine: Bool { !lines.isEmpty }

  /// The oldest line that was not taken, without its end.
  mutating func take() -> String? {
    lines.isEmpty ? nil : lines.removeFirst()
  }

  /// Reads once what is there; a last line without an end counts as one at the end of the input.
  mutating func read() {
    var block = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &block, block.count)
    if count < 0 && (errno == EINTR || errno == EAGAIN) { return }
    guard count > 0 else {
      isAtEnd = true
      if !partial.isEmpty { lines.append(String(decoding: partial, as: UTF8.self)) }
      partial = []
      return
    }
    partial += block[..<count]
    let pieces = partial.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    lines += pieces.dropLast().map { piece in
      let line = piece.last == UInt8(ascii: "\r") ? piece.dropLast() : piece
      return String(decoding: line, as: UTF8.self)
    }
    partial = pieces.last.map(Array.init) ?? []
  }
}

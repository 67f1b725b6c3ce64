import Glibc

/// Cuts a byte stream into lines ended by LF, CR or CRLF, wherever the chunks happen to break.
///
/// Source: WHATWG HTML, "Server-sent events", 9.2.5 Parsing an event stream. Runs once for every byte
/// received, so it searches with `memchr` and hands out views instead of making a `String` a line.
package struct SSELineSplitter {
  private var partial: [UInt8] = []
  private var isAfterCarriageReturn = false

  package init() {}

  /// The bytes of the line that is not complete yet.
  package var pendingCount: Int { partial.count }

  /// - Parameters:
  ///   - bytes: The next chunk, of any length; it may end inside a line or inside a UTF-8 sequence.
  ///   - line: Called for each line completed by this chunk, without its terminator. The view is
  ///     valid only during the call.
  package mutating func feed(
    _ bytes: UnsafeRawBufferPointer,
    line: (UnsafeRawBufferPointer) -> Void
  ) {
    guard !bytes.isEmpty else { return }
    var rest = bytes[...]
    if isAfterCarriageReturn, rest.first == .lineFeed { rest = rest.dropFirst() }
    isAfterCarriageReturn = false
    while let end = Self.firstTerminator(in: rest) {
      deliver(rest[..<end], to: line)
      let isCarriageReturn = rest[end] == .carriageReturn
      rest = rest[(end + 1)...]
      guard isCarriageReturn else { continue }
      if rest.isEmpty { isAfterCarriageReturn = true }
      if rest.first == .lineFeed { rest = rest.dropFirst() }
    }
    partial.append(contentsOf: rest)
  }

  /// Hands out a last line that had no terminator.
  package mutating func finish(line: (UnsafeRawBufferPointer) -> Void) {
    guard !partial.isEmpty else { return }
    partial.withUnsafeBytes(line)
    partial.removeAll()
  }

  private mutating func deliver(
    _ tail: Slice<UnsafeRawBufferPointer>,
    to line: (UnsafeRawBufferPointer) -> Void
  ) {
    guard !partial.isEmpty else { return line(UnsafeRawBufferPointer(rebasing: tail)) }
    partial.append(contentsOf: tail)
    partial.withUnsafeBytes(line)
    partial.removeAll(keepingCapacity: true)
  }

  private static func firstTerminator(in bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
    let view = UnsafeRawBufferPointer(rebasing: bytes)
    guard let base = view.baseAddress else { return nil }
    let lineFeed = memchr(base, Int32(UInt8.lineFeed), view.count).map {
      UnsafeRawPointer($0) - base
    }
    let limit = lineFeed ?? view.count
    let carriageReturn = memchr(base, Int32(UInt8.carriageReturn), limit).map {
      UnsafeRawPointer($0) - base
    }
    return (carriageReturn ?? lineFeed).map { bytes.startIndex + $0 }
  }
}

extension UInt8 {
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
}

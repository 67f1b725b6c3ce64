/// The fence that opened a piece of code at the top level: what ends it, and what is not part of its lines.
struct CodeFence: Sendable, Equatable {
  private let sign: UInt8
  private let count: Int
  private let indent: Int

  /// Reads a fence at the start of a text (CommonMark 4.5).
  ///
  /// - Returns: `nil` where there is none, or where its end stands in the text.
  init?(opening text: ArraySlice<UInt8>) {
    guard let lineEnd = text.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    self.init(line: text[..<lineEnd])
    var line = lineEnd + 1
    while line < text.endIndex {
      let end = text[line...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
      if isClosed(by: text[line..<end]) { return nil }
      line = end + 1
    }
  }

  /// Reads a line, without its end; `nil` where it opens no code.
  init?(line text: ArraySlice<UInt8>) {
    indent = text.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = text.dropFirst(indent)
    guard indent <= 3, let sign = rest.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~")
    else { return nil }
    self.sign = sign
    count = rest.prefix { $0 == sign }.count
    guard count >= 3 else { return nil }
    if sign == UInt8(ascii: "`"), rest.dropFirst(count).contains(sign) { return nil }
  }

  /// Whether a line, without its end, closes the code.
  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    let spaces = line.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = line.dropFirst(spaces)
    let signs = rest.prefix { $0 == sign }.count
    guard spaces <= 3, signs >= count else { return false }
    return rest.dropFirst(signs).allSatisfy { " \t\r".utf8.contains($0) }
  }

  /// Whether a line that has no end yet may come to close the code.
  func mayClose(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == sign || " \t\r".utf8.contains($0) }
  }

  /// A line of the code without the blanks that the fence was set in by.
  func content(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.dropFirst(line.prefix(indent).prefix { $0 == UInt8(ascii: " ") }.count)
  }
}

/// Cuts a text into its paragraphs: what stands between blank lines, and each piece of code as one.
struct Paragraphs {
  /// In UTF-8 bytes, without the blank lines between them.
  let ranges: [Range<Int>]

  init(_ bytes: [UInt8]) {
    var ranges: [Range<Int>] = []
    var open: Range<Int>?
    var fence: CodeFence?
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end].drop { $0 == 0x20 || $0 == 0x09 }
      let isInCode = fence != nil
      let isBlank = line.allSatisfy { $0 == UInt8(ascii: "\r") }
      if let code = fence, code.isClosed(by: line) {
        fence = nil
      } else if !isInCode {
        fence = CodeFence(line: line)
      }
      // Code begins a paragraph of its own, and what follows it another one.
      if !isInCode, isBlank || fence != nil, let paragraph = open {
        ranges.append(paragraph)
        open = nil
      }
      let next = min(bytes.count, end + 1)
      if isInCode || !isBlank { open = (open?.lowerBound ?? start)..<end }
      if isInCode, fence == nil, let paragraph = open {
        ranges.append(paragraph)
        open = nil
      }
      start = next
    }
    if let open { ranges.append(open) }
    self.ranges = ranges
  }
}

/// The lines of a text, in tokens.
struct TokenLines {
  /// One line with its end.
  struct Line {
    var tokens: Range<Int>
    /// The same number for the same line in both texts; lines of code are no others'.
    var id: Int32
    /// Whether it is of a piece of code, its fences included.
    var isCode: Bool
  }

  let lines: [Line]

  /// - Parameters:
  ///   - text: The tokens.
  ///   - bytes: What they are tokens of.
  ///   - numbers: Those of the lines of both texts.
  init(_ text: TokenText, bytes: [UInt8], numbers: inout LineNumbers) {
    var lines: [Line] = []
    var fence: CodeFence?
    var start = 0
    for index in 0..<text.count where text.kinds[index] == .newline || index == text.count - 1 {
      let tokens = start..<index + 1
      start = index + 1
      let end = text.kinds[index] == .newline ? index : index + 1
      // Lists set their code in as far as they like.
      let line = bytes[text.bytes(of: tokens.lowerBound..<end)].drop { $0 == 0x20 || $0 == 0x09 }
      let isCode: Bool
      if let open = fence {
        isCode = true
        if open.isClosed(by: line) { fence = nil }
      } else {
        fence = CodeFence(line: line)
        isCode = fence != nil
      }
      let id = numbers.number(of: text.ids[tokens], isCode: isCode)
      lines.append(Line(tokens: tokens, id: id, isCode: isCode))
    }
    self.lines = lines
  }

  /// The tokens of some lines.
  func tokens(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let place =
        range.lowerBound < lines.count
        ? lines[range.lowerBound].tokens.lowerBound : lines.last?.tokens.upperBound ?? 0
      return place..<place
    }
    return lines[range.lowerBound].tokens.lowerBound..<lines[range.upperBound - 1].tokens.upperBound
  }

  /// The numbers of the lines from one on; `nil` for a line of a word or two, a blank one or a brace, which say nothing
  /// of where they belong.
  func anchors(from line: Int) -> [Int32?] {
    lines[line...].map { $0.tokens.count >= 6 ? $0.id : nil }
  }

  /// The pieces of code within some lines.
  func code(in range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    for index in range where lines[index].isCode {
      if let last = pieces.last, last.upperBound == index {
        pieces[pieces.count - 1] = last.lowerBound..<index + 1
      } else {
        pieces.append(index..<index + 1)
      }
    }
    return pieces
  }
}

/// Numbers of lines.
struct LineNumbers {
  private var numbers: [ArraySlice<Int32>: Int32] = [:]

  mutating func number(of tokens: ArraySlice<Int32>, isCode: Bool) -> Int32 {
    let number = numbers[tokens] ?? Int32(numbers.count)
    numbers[tokens] = number
    return number * 2 + (isCode ? 1 : 0)
  }
}

/// Text as an array of lines, so that an edit touches a line and not the whole.
///
/// Line ends are LF; CR LF and CR become LF on the way in.
package struct TextBuffer: Sendable, Equatable {
  /// A place between two characters: a line, and UTF-8 bytes into it, both from 0.
  package struct Position: Sendable, Hashable, Comparable {
    package var line: Int
    package var offset: Int

    package init(line: Int, offset: Int) {
      self.line = line
      self.offset = offset
    }

    package static func < (left: Self, right: Self) -> Bool {
      (left.line, left.offset) < (right.line, right.offset)
    }
  }

  /// At least one; without their line ends.
  package private(set) var lines = [""]

  package init(_ text: String = "") {
    lines = Self.lines(of: text)
  }

  package var text: String { lines.joined(separator: "\n") }

  package var isEmpty: Bool { lines.count == 1 && lines[0].isEmpty }

  package var start: Position { Position(line: 0, offset: 0) }

  package var end: Position { endOfLine(lines.count - 1) }

  package func endOfLine(_ line: Int) -> Position {
    Position(line: line, offset: lines[line].utf8.count)
  }

  package func text(in range: Range<Position>) -> String {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard start.line < end.line else {
      return String(lines[start.line][index(of: start)..<index(of: end)])
    }
    var text = String(lines[start.line][index(of: start)...])
    for line in start.line + 1..<end.line {
      text += "\n"
      text += lines[line]
    }
    text += "\n"
    text += lines[end.line][..<index(of: end)]
    return text
  }

  /// Replaces a range and returns the end of what was put in.
  @discardableResult
  package mutating func replace(_ range: Range<Position>, with text: String) -> Position {
    let (start, end) = (range.lowerBound, range.upperBound)
    var added = Self.lines(of: text)
    if start.line == end.line, added.count == 1 {
      let indices = index(of: start)..<index(of: end)
      lines[start.line].replaceSubrange(indices, with: added[0])
      return Position(line: start.line, offset: start.offset + added[0].utf8.count)
    }
    let tail = lines[end.line][index(of: end)...]
    added[0] = lines[start.line][..<index(of: start)] + added[0]
    let last = added.count - 1
    let endOfAdded = Position(line: start.line + last, offset: added[last].utf8.count)
    added[last] += tail
    lines.replaceSubrange(start.line...end.line, with: added)
    return endOfAdded
  }

  private func index(of position: Position) -> String.Index {
    let line = lines[position.line]
    return line.utf8.index(line.startIndex, offsetBy: position.offset)
  }

  private static func lines(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { utf8 in
      var lines: [String] = []
      var start = 0
      while let end = utf8[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
        lines.append(String(decoding: utf8[start..<end], as: UTF8.self))
        let isPair = utf8[end] == 0x0D && end + 1 < utf8.count && utf8[end + 1] == 0x0A
        start = end + (isPair ? 2 : 1)
      }
      lines.append(String(decoding: utf8[start...], as: UTF8.self))
      return lines
    }
  }
}

extension TextBuffer {
  /// The character after a position and the position after it; a line end is one character.
  package func character(after position: Position) -> (character: Character, end: Position)? {
    let line = lines[position.line]
    let index = index(of: position)
    guard index < line.endIndex else {
      guard position.line + 1 < lines.count else { return nil }
      return ("\n", Position(line: position.line + 1, offset: 0))
    }
    let next = line.index(after: index)
    return (line[index], offset(of: next, in: position.line))
  }

  /// The character before a position and the position before it.
  package func character(before position: Position) -> (character: Character, start: Position)? {
    let line = lines[position.line]
    guard position.offset > 0 else {
      return position.line > 0 ? ("\n", endOfLine(position.line - 1)) : nil
    }
    let previous = line.index(before: index(of: position))
    return (line[previous], offset(of: previous, in: position.line))
  }

  /// The position itself, or the end of the character that it is inside of; within the text in any case.
  package func aligned(_ position: Position) -> Position {
    let number = min(max(0, position.line), lines.count - 1)
    let line = lines[number]
    let offset = min(max(0, position.offset), line.utf8.count)
    let index = line.utf8.index(line.startIndex, offsetBy: offset)
    if String.Index(index, within: line) != nil { return Position(line: number, offset: offset) }
    return self.offset(of: line.index(after: index), in: number)
  }

  private func offset(of index: String.Index, in line: Int) -> Position {
    let text = lines[line].utf8
    return Position(line: line, offset: text.distance(from: text.startIndex, to: index))
  }
}

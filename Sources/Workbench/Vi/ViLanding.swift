/// Where a motion ends, and what that means for an operator.
struct ViLanding: Equatable {
  /// What an operator takes of the stretch.
  enum Reach: Equatable {
    /// Up to the place, without its character.
    case exclusive
    /// With the character at the place.
    case inclusive
    /// The lines of both ends.
    case lines
  }

  var position: TextBuffer.Position
  var reach: Reach
}

/// A stretch of text that a command works on.
struct ViSpan: Equatable {
  /// For lines, the places may be anywhere in the first and the last.
  var range: Range<TextBuffer.Position>
  var isLinewise: Bool
}

extension ViSpan {
  /// What lies between a place and a landing, as vi sees it: an exclusive motion that ends at the start of a
  /// line ends at the line before, and takes whole lines where it began in the indent.
  init(from origin: TextBuffer.Position, to landing: ViLanding, in buffer: TextBuffer) {
    var (start, end) = (min(origin, landing.position), max(origin, landing.position))
    isLinewise = landing.reach == .lines
    if landing.reach == .inclusive { end = ViCursor(buffer, at: end).next }
    if landing.reach == .exclusive, end.offset == 0, end.line > start.line {
      end = buffer.endOfLine(end.line - 1)
      isLinewise = ViCursor(buffer, at: start).isInIndent
    }
    range = start..<max(start, end)
  }

  /// For deleting: a stretch over line ends with nothing but blanks around it is whole lines.
  func widenedForDeleting(in buffer: TextBuffer) -> ViSpan {
    guard !isLinewise, range.lowerBound.line < range.upperBound.line,
      ViCursor(buffer, at: range.upperBound).hasOnlyBlanksAhead,
      ViCursor(buffer, at: range.lowerBound).isInIndent
    else { return self }
    return ViSpan(range: range, isLinewise: true)
  }

  /// The lines in full, without the last line end.
  func lines(in buffer: TextBuffer) -> Range<TextBuffer.Position> {
    TextBuffer.Position(
      line: range.lowerBound.line,
      offset: 0
    )..<buffer.endOfLine(range.upperBound.line)
  }

  func text(in buffer: TextBuffer) -> String {
    buffer.text(in: isLinewise ? lines(in: buffer) : range)
  }
}

extension InlineReader {
  /// Reads code, or the formula that cmark was given as code.
  mutating func readCode(_ node: MarkdownNode) {
    let start = cursor.offset
    var code = RichText()
    let style = style(.code)
    node.withLiteral { literal in
      cursor.place(literal, as: .code) { piece, source, isVerbatim in
        code.append(
          piece,
          style: style,
          source: source.lowerBound,
          isVerbatim: isVerbatim,
          sourceCount: source.count
        )
      }
    }
    guard let place = code.spans.runs.first.map({ Int($0.source) }),
      let sign = MathSpans.opening(in: cursor.source[start..<max(start, place)])
    else { return text.append(code, style: style, link: link) }
    cursor.skip(closing: sign)
    guard let formula = MathText.unicode(code.text) else {
      return text.append(code, style: self.style(.maths), link: link)
    }
    text.append(
      formula.utf8,
      style: self.style(.maths),
      source: sign.place,
      isVerbatim: false,
      sourceCount: cursor.offset - sign.place
    )
  }
}

extension SourceCursor {
  /// Moves over what closes a formula, so that it is not taken for text.
  fileprivate mutating func skip(closing sign: MathSpans.Opening) {
    let end = endOfFormula(from: offset)
    if end < limit, source[end..<limit].starts(with: sign.closing) {
      move(to: end + sign.closing.count)
    }
  }

  /// Behind the blanks that cmark takes from code, and the margin of a line that only ends the formula.
  private func endOfFormula(from place: Int) -> Int {
    guard place < limit, " \t\r\n".utf8.contains(source[place]) else { return place }
    return source[place..<limit].firstIndex { !" \t\r\n>".utf8.contains($0) } ?? limit
  }

  /// Moves behind the signs of quotes, from the beginning of a line.
  mutating func skipMargin(quotes: Int) {
    var quotes = quotes
    var place = offset
    // Behind more blanks the sign belongs to the text (CommonMark 5.1).
    while place < limit, quotes > 0, place - offset <= 4 {
      switch source[place] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): place += 1
      case UInt8(ascii: ">"):
        quotes -= 1
        place += 1
        offset = place
      default: return
      }
    }
  }
}

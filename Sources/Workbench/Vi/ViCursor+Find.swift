extension ViCursor {
  /// To a character of the same line.
  ///
  /// With `skipsAdjacent`, a match right beside the caret is passed over, so that `;` after `t` goes on.
  ///
  /// - Returns: Whether the line has so many of them.
  mutating func find(_ find: ViFind, _ count: Int, skipsAdjacent: Bool) -> Bool {
    var cursor = self
    var found = 0
    var isFirst = true
    while found < count {
      let line = cursor.position.line
      guard cursor.step(find.direction), cursor.position.line == line, !cursor.isAtLineEnd else {
        return false
      }
      let isPassedOver = isFirst && skipsAdjacent
      isFirst = false
      if cursor.character == find.character, !isPassedOver { found += 1 }
    }
    if find.reach == .before { cursor.step(find.direction.reversed) }
    position = cursor.position
    return true
  }

  /// To the bracket that matches the one at the caret, or the next one in the line.
  mutating func matchingBracket() -> Bool {
    var cursor = self
    while let character = cursor.character {
      for pair in ["()", "[]", "{}"] where pair.contains(character) {
        let isOpen = pair.first == character
        guard let open = pair.first, let close = pair.last else { return false }
        let match = cursor.bracket(
          isOpen ? close : open,
          opposite: character,
          isOpen ? .forward : .backward,
          depth: 1
        )
        position = match ?? position
        return match != nil
      }
      cursor.position = cursor.next
    }
    return false
  }

  /// The bracket that ends so many levels in a direction; the character at the caret is not looked at.
  func bracket(
    _ wanted: Character,
    opposite: Character,
    _ direction: ViDirection,
    depth: Int
  ) -> TextBuffer.Position? {
    var cursor = self
    var depth = depth
    while depth > 0 {
      guard cursor.step(direction) else { return nil }
      if cursor.character == opposite { depth += 1 }
      if cursor.character == wanted { depth -= 1 }
    }
    return cursor.position
  }

  /// To the next match in a direction, around the end of the text where need be.
  ///
  /// - Returns: Whether the text is there at all.
  mutating func search(_ search: ViSearch, _ count: Int) -> Bool {
    let matches = buffer.matches(of: search.text)
    guard !matches.isEmpty else { return false }
    let following = matches.firstIndex { $0 > position } ?? matches.count
    let preceding = matches.firstIndex { $0 >= position } ?? matches.count
    let index =
      search.direction == .forward ? following + count - 1 : preceding - count
    let wrapped = index % matches.count
    position = matches[wrapped < 0 ? wrapped + matches.count : wrapped]
    return true
  }
}

extension TextBuffer {
  /// Where a text begins, in order; case counts only where it has capital letters.
  fileprivate func matches(of text: String) -> [Position] {
    let matchesCase = text.contains(where: \.isUppercase)
    let wanted = Array(matchesCase ? text : text.lowercased())
    guard !wanted.isEmpty else { return [] }
    return lines.indices.flatMap { line -> [Position] in
      let characters = lines[line].map { matchesCase ? String($0) : $0.lowercased() }
      var offset = 0
      var found: [Position] = []
      for (index, character) in lines[line].enumerated() {
        let isMatch =
          index + wanted.count <= characters.count
          && wanted.indices.allSatisfy { characters[index + $0] == String(wanted[$0]) }
        if isMatch { found.append(Position(line: line, offset: offset)) }
        offset += character.utf8.count
      }
      return found
    }
  }
}

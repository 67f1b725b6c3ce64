import Conversation

/// A place in what was said.
package struct TextPlace: Sendable, Hashable, Comparable {
  package var message: MessageID
  package var section: MessageSection
  /// UTF-8 bytes into the section's source, at the start of a character.
  package var offset: Int

  package static func < (left: TextPlace, right: TextPlace) -> Bool {
    // Along a path, later messages have higher ids.
    (left.message.rawValue, left.section.rawValue, left.offset)
      < (right.message.rawValue, right.section.rawValue, right.offset)
  }

  /// Whether both are in the same text.
  fileprivate func isInText(of other: TextPlace) -> Bool {
    (message, section) == (other.message, other.section)
  }
}

/// A caret in what was said, and what is selected from there to another place: always of the source.
package struct TextSelection: Sendable {
  package enum Mode: Sendable, Hashable {
    /// Nothing is selected yet; the caret moves.
    case caret
    case characters
    case lines
  }

  package let lane: Lane.ID
  package internal(set) var mode: Mode
  package internal(set) var caret: TextPlace {
    didSet { footing = nil }
  }
  /// The other end.
  package internal(set) var anchor: TextPlace
  /// The source of what the caret and the other end stand in as a whole, such as a formula; `nil` for characters that
  /// stand for themselves.
  var wholes: (caret: Range<Int>?, anchor: Range<Int>?) = (nil, nil)
  /// Where just the caret stands; `nil` to look for its place.
  var footing: TextFooting?
  /// The column that the caret goes for on its way up or down.
  var wantedColumn: Int?
  /// Whether it was made by the pointer, so that the next key ends it.
  var isOfPointer = false

  init(lane: Lane.ID, at place: TextPlace, mode: Mode = .caret) {
    self.lane = lane
    self.mode = mode
    caret = place
    anchor = place
  }

  package var isEmpty: Bool { mode == .caret }

  /// What is selected of one of a message's texts, in bytes; `nil` for nothing.
  package func range(in message: Message, _ section: MessageSection) -> Range<Int>? {
    guard mode != .caret else { return nil }
    let (start, end) = (min(anchor, caret), max(anchor, caret))
    let place = TextPlace(message: message.id, section: section, offset: 0)
    let (isFirst, isLast) = (place.isInText(of: start), place.isInText(of: end))
    guard isFirst || start < place, isLast || place < end else { return nil }
    let source = message.source(of: section)
    let (startWhole, endWhole) =
      anchor <= caret ? (wholes.anchor, wholes.caret) : (wholes.caret, wholes.anchor)
    let begin = min(start.offset, startWhole?.lowerBound ?? start.offset)
    var first = isFirst ? min(begin, source.utf8.count) : 0
    var last =
      isLast
      ? min(
        max(source.endOfCharacter(at: end.offset), endWhole?.upperBound ?? 0),
        source.utf8.count
      )
      : source.utf8.count
    if mode == .lines {
      first = source.startOfLine(at: first)
      last = source.endOfLine(at: max(first, isLast ? end.offset : last))
    }
    return min(first, last)..<max(first, last)
  }

  /// The source of what is selected; of several messages with a blank line between them.
  ///
  /// Without a selection it is the caret's line. What is folded is left out.
  func text(path: [MessageID], tree: MessageTree, showsReasoning: (Message) -> Bool) -> String {
    var selection = self
    if mode == .caret {
      selection.mode = .lines
      selection.anchor = caret
    }
    let pieces = path.flatMap { id -> [String] in
      let message = tree[id]
      let sections: [MessageSection] =
        showsReasoning(message) ? [.reasoning, .content] : [.content]
      return sections.compactMap { section in
        selection.range(in: message, section).map { message.source(of: section).text(in: $0) }
      }
      .filter { !$0.isEmpty }
    }
    return pieces.joined(separator: "\n\n")
  }
}

extension String {
  /// The text of a range of UTF-8 bytes that is cut between characters.
  fileprivate func text(in range: Range<Int>) -> String {
    let start = utf8.index(startIndex, offsetBy: min(range.lowerBound, utf8.count))
    let end = utf8.index(startIndex, offsetBy: min(range.upperBound, utf8.count))
    return String(self[start..<end])
  }

  /// Where the character or the entity (`&amp;`) at a place ends, in UTF-8 bytes.
  fileprivate func endOfCharacter(at offset: Int) -> Int {
    guard offset < utf8.count else { return utf8.count }
    let start = utf8.index(startIndex, offsetBy: offset)
    if self[start] == "&" {
      let name = self[start...].prefix(32).dropFirst().prefix {
        $0.isLetter || $0.isNumber || $0 == "#"
      }
      if !name.isEmpty, name.endIndex < endIndex, self[name.endIndex] == ";" {
        return offset + name.utf8.count + 2
      }
    }
    return offset + self[start..<index(after: start)].utf8.count
  }

  fileprivate func startOfLine(at offset: Int) -> Int {
    let bytes = utf8.prefix(offset)
    return bytes.lastIndex(of: UInt8(ascii: "\n")).map {
      utf8.distance(from: startIndex, to: $0) + 1
    } ?? 0
  }

  fileprivate func endOfLine(at offset: Int) -> Int {
    let bytes = utf8.dropFirst(offset)
    return bytes.firstIndex(of: UInt8(ascii: "\n")).map {
      utf8.distance(from: startIndex, to: $0)
    } ?? utf8.count
  }
}

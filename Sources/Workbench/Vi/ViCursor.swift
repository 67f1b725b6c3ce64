/// A place in a text, and how vi goes on from there.
///
/// The place may be the end of a line, behind its last character; every function leaves it between
/// characters.
struct ViCursor {
  let buffer: TextBuffer
  var position: TextBuffer.Position

  init(_ buffer: TextBuffer, at position: TextBuffer.Position) {
    self.buffer = buffer
    self.position = position
  }

  var lineEnd: TextBuffer.Position { buffer.endOfLine(position.line) }

  var isAtLineEnd: Bool { position == lineEnd }

  var isOnEmptyLine: Bool { buffer.lines[position.line].isEmpty }

  /// The character at the place; `nil` at the end of a line.
  var character: Character? { isAtLineEnd ? nil : buffer.character(after: position)?.character }

  var kind: ViCharacterKind { character.map(ViCharacterKind.init) ?? .blank }

  /// The place after the character, the end of the line at most.
  var next: TextBuffer.Position {
    isAtLineEnd ? position : buffer.character(after: position)?.end ?? position
  }

  /// The place of the last character of the line; its start where it is empty.
  var lastOfLine: TextBuffer.Position {
    let end = lineEnd
    guard end.offset > 0 else { return end }
    return buffer.character(before: end)?.start ?? end
  }

  /// Goes to the next place, ends of lines among them.
  ///
  /// - Returns: Whether there is one.
  @discardableResult
  mutating func step(_ direction: ViDirection) -> Bool {
    let next =
      direction == .forward
      ? buffer.character(after: position)?.end : buffer.character(before: position)?.start
    position = next ?? position
    return next != nil
  }

  /// Goes over places of one kind, at last to the first of another or to the end of the text.
  ///
  /// - Returns: Whether it stopped before the end of the text.
  mutating func skip(_ kind: ViCharacterKind, as word: ViWord, _ direction: ViDirection) -> Bool {
    while self.kind(as: word) == kind { if !step(direction) { return false } }
    return true
  }

  /// Big words tell blanks from everything else only.
  func kind(as word: ViWord) -> ViCharacterKind {
    let kind = kind
    return word == .big && kind != .blank ? .word : kind
  }
}

/// What words are made of: a word is a run of one kind.
enum ViCharacterKind: Sendable, Hashable {
  case blank
  case punctuation
  case word
  case ideograph
  case kana
  case hangul
  case emoji

  init(_ character: Character) {
    guard let scalar = character.unicodeScalars.first else {
      self = .blank
      return
    }
    switch scalar.value {
    case 0x3040...0x30FF, 0x31F0...0x31FF: self = .kana
    case 0x2E80...0x2FDF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .ideograph
    case 0x1100...0x11FF, 0xAC00...0xD7AF: self = .hangul
    case _ where character.isWhitespace: self = .blank
    case _ where character.isLetter || character.isNumber || character == "_": self = .word
    case _ where scalar.properties.isEmojiPresentation: self = .emoji
    default: self = .punctuation
    }
  }
}

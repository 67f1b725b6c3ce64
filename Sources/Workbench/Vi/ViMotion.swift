/// A way for the caret to go.
enum ViMotion: Sendable, Equatable {
  case left
  case right
  /// Left over line ends, as Backspace goes.
  case backward
  /// Right over line ends, as Space goes.
  case forward
  case up
  case down
  case lineStart
  case firstNonBlank
  case lineEnd
  case wordForward(ViWord)
  case wordBackward(ViWord)
  case wordEnd(ViWord)
  /// The line of the count, else the first.
  case firstLine
  /// The line of the count, else the last.
  case lastLine
  case paragraphForward
  case paragraphBackward
  case matchingBracket
  case find(ViFind)
  case repeatFind
  case repeatFindReversed
  case search(ViSearch)
  case repeatSearch
  case repeatSearchReversed
  /// To the end of a word for `c`, which leaves a word of one character where it is.
  case changedWord(ViWord)
}

/// What counts as a word.
enum ViWord: Sendable, Hashable {
  /// Letters, digits and underscores, or other characters in a row.
  case small
  /// Everything between blanks.
  case big
}

/// A search for one character in the line (`f`, `t`, `F`, `T`).
struct ViFind: Sendable, Equatable {
  /// On the character or next to it.
  enum Reach: Sendable, Hashable {
    case on
    case before
  }

  var character: Character
  var direction: ViDirection
  var reach: Reach
}

/// A search for a text (`/`, `?`).
struct ViSearch: Sendable, Equatable {
  /// Taken literally, case only where it has capital letters; empty is the text searched for before.
  var text: String
  var direction: ViDirection
}

/// A thing in the text, with or without what is around it.
struct ViTextObject: Sendable, Equatable {
  /// What the object is.
  enum Kind: Sendable, Equatable {
    case word(ViWord)
    case quote(Character)
    case bracket(open: Character, close: Character)
    case paragraph
  }

  var kind: Kind
  var scope: Scope

  /// How much of it is meant.
  enum Scope: Sendable, Hashable {
    /// Only what is within (`i`).
    case inner
    /// With the quotes, brackets or blanks around it (`a`).
    case around
  }
}

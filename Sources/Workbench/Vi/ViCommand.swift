/// One whole command of vi's normal or visual mode, as it was typed.
struct ViCommand: Sendable, Equatable {
  /// What is to be done, without how often.
  enum Verb: Sendable, Equatable {
    case move(ViMotion)
    case operate(ViOperator, ViTarget)
    case insert(ViInsertion)
    /// Puts the register back, before or after the caret; over a selection, in its place.
    case put(ViDirection)
    /// Overwrites characters with one.
    case replace(Character)
    /// Swaps upper and lower case and goes on.
    case toggleCase
    case undo
    case redo
    case repeatChange
    /// Begins a selection, turns it into one of the other kind, or ends it.
    case select(ViMode)
    case selectObject(ViTextObject)
    /// Goes to the other end of the selection.
    case swapEnds
  }

  /// Both counts multiplied; `nil` when none was typed.
  var count: Int?
  var verb: Verb

  init(count: Int? = nil, verb: Verb) {
    self.count = count
    self.verb = verb
  }
}

/// The way forward or back in the text.
enum ViDirection: Sendable, Hashable {
  case forward
  case backward

  var reversed: Self { self == .forward ? .backward : .forward }
}

/// What is done to a stretch of text.
enum ViOperator: Sendable, Equatable {
  case delete
  case change
  case yank
  case uppercase
  case lowercase
  case toggleCase
  case join
  case replace(Character)
}

/// The stretch of text that an operator works on.
enum ViTarget: Sendable, Equatable {
  case motion(ViMotion)
  case object(ViTextObject)
  /// As many lines as the count says, from the caret's down.
  case lines
  case selection
  /// As many whole lines as are selected in part.
  case selectedLines
  /// As much as was selected when the command was first given, from the caret on.
  case extent(ViExtent)
}

/// The size of a selection, for repeating what was done to it.
struct ViExtent: Sendable, Equatable {
  /// The lines, further down from the first.
  var lines: Int
  /// The characters in the last line; `nil` when whole lines were selected.
  var characters: Int?
}

/// Where insert mode begins.
enum ViInsertion: Sendable, Equatable {
  case atCaret
  case afterCaret
  case atFirstNonBlank
  case atLineEnd
  case newLineBelow
  case newLineAbove
}

/// The keys of vi's modes, fixed as vi users know them: the parser, help and `docs/KEYS.md` read this table.
package enum ViKeyTable {
  /// Where a row stands in help, and in which modes its keys work.
  package enum Section: String, Sendable, CaseIterable {
    case motions = "moves, alone or after an operator"
    case operators = "operators, then a move or an object; twice for lines"
    case objects = "objects, after i (inner) or a (around)"
    case changes = "normal mode"
    case visual = "visual modes"
  }

  /// What keys mean.
  enum Meaning: Sendable, Equatable {
    case motion(ViMotion)
    case find(ViDirection, ViFind.Reach)
    case search(ViDirection)
    case `operator`(ViOperator)
    case object(ViTextObject.Kind)
    case replace
    case verb(ViCommand.Verb)
  }

  /// Keys that mean the same.
  package struct Row: Sendable {
    package let keys: [String]
    package let title: String
    package let section: Section
    let meaning: Meaning

    fileprivate init(_ section: Section, _ keys: String, _ meaning: Meaning, _ title: String) {
      self.section = section
      self.keys = keys.split(separator: " ").map(String.init)
      self.meaning = meaning
      self.title = title
    }
  }

  package static let rows = motions + operators + objects + changes + visual

  /// What keys mean in a section.
  enum Match: Equatable {
    case meaning(Meaning)
    /// More keys are needed.
    case prefix
  }

  /// - Returns: `nil` when the keys mean nothing there.
  static func match(_ keys: some StringProtocol, in section: Section) -> Match? {
    let rows = rows.filter { $0.section == section }
    if let row = rows.first(where: { $0.keys.contains { $0 == keys } }) {
      return .meaning(row.meaning)
    }
    return rows.contains { $0.keys.contains { $0.hasPrefix(keys) } } ? .prefix : nil
  }

  private static let motions: [Row] = [
    Row(.motions, "h Left", .motion(.left), "left"),
    Row(.motions, "l Right", .motion(.right), "right"),
    Row(.motions, "j", .motion(.down), "line down; below the last, newer prompt"),
    Row(.motions, "k", .motion(.up), "line up; above the first, older prompt"),
    Row(.motions, "Backspace", .motion(.backward), "left, over line ends"),
    Row(.motions, "Space", .motion(.forward), "right, over line ends"),
    Row(.motions, "w", .motion(.wordForward(.small)), "next word"),
    Row(.motions, "b", .motion(.wordBackward(.small)), "start of the word"),
    Row(.motions, "e", .motion(.wordEnd(.small)), "end of the word"),
    Row(.motions, "W", .motion(.wordForward(.big)), "next word between blanks"),
    Row(.motions, "B", .motion(.wordBackward(.big)), "start of the word between blanks"),
    Row(.motions, "E", .motion(.wordEnd(.big)), "end of the word between blanks"),
    Row(.motions, "0 Home", .motion(.lineStart), "start of the line"),
    Row(.motions, "^", .motion(.firstNonBlank), "first character that is no blank"),
    Row(.motions, "$ End", .motion(.lineEnd), "end of the line"),
    Row(.motions, "gg", .motion(.firstLine), "first line, or the line of the count"),
    Row(.motions, "G", .motion(.lastLine), "last line, or the line of the count"),
    Row(.motions, "{", .motion(.paragraphBackward), "empty line before"),
    Row(.motions, "}", .motion(.paragraphForward), "empty line after"),
    Row(.motions, "%", .motion(.matchingBracket), "the bracket that matches"),
    Row(.motions, "f", .find(.forward, .on), "to a character in the line"),
    Row(.motions, "F", .find(.backward, .on), "back to a character"),
    Row(.motions, "t", .find(.forward, .before), "up to a character"),
    Row(.motions, "T", .find(.backward, .before), "back up to a character"),
    Row(.motions, ";", .motion(.repeatFind), "the same character again"),
    Row(.motions, ",", .motion(.repeatFindReversed), "the same character the other way"),
    Row(.motions, "/", .search(.forward), "search for a text, ended by Enter"),
    Row(.motions, "?", .search(.backward), "search back"),
    Row(.motions, "n", .motion(.repeatSearch), "next match"),
    Row(.motions, "N", .motion(.repeatSearchReversed), "match before"),
  ]

  private static let operators: [Row] = [
    Row(.operators, "d", .operator(.delete), "delete"),
    Row(.operators, "c", .operator(.change), "delete and insert"),
    Row(.operators, "y", .operator(.yank), "take into the register"),
    Row(.operators, "gu", .operator(.lowercase), "make lower case"),
    Row(.operators, "gU", .operator(.uppercase), "make upper case"),
    Row(.operators, "g~", .operator(.toggleCase), "swap upper and lower case"),
  ]

  private static let objects: [Row] = [
    Row(.objects, "w", .object(.word(.small)), "word"),
    Row(.objects, "W", .object(.word(.big)), "word between blanks"),
    Row(.objects, "p", .object(.paragraph), "paragraph"),
    Row(.objects, "\"", .object(.quote("\"")), "text in double quotes"),
    Row(.objects, "'", .object(.quote("'")), "text in single quotes"),
    Row(.objects, "`", .object(.quote("`")), "text in backquotes"),
    Row(.objects, "( ) b", .object(.bracket(open: "(", close: ")")), "text in parentheses"),
    Row(.objects, "[ ]", .object(.bracket(open: "[", close: "]")), "text in brackets"),
    Row(.objects, "{ } B", .object(.bracket(open: "{", close: "}")), "text in braces"),
    Row(.objects, "< >", .object(.bracket(open: "<", close: ">")), "text in angle brackets"),
  ]

  private static let changes: [Row] = [
    Row(.changes, "i", .verb(.insert(.atCaret)), "insert here"),
    Row(.changes, "a", .verb(.insert(.afterCaret)), "insert after the character"),
    Row(.changes, "I", .verb(.insert(.atFirstNonBlank)), "insert at the start of the line"),
    Row(.changes, "A", .verb(.insert(.atLineEnd)), "insert at the end of the line"),
    Row(.changes, "o", .verb(.insert(.newLineBelow)), "insert a line below"),
    Row(.changes, "O", .verb(.insert(.newLineAbove)), "insert a line above"),
    Row(.changes, "x Del", .verb(.operate(.delete, .motion(.right))), "delete the character"),
    Row(.changes, "X", .verb(.operate(.delete, .motion(.left))), "delete the character before"),
    Row(.changes, "s", .verb(.operate(.change, .motion(.right))), "change the character"),
    Row(.changes, "S", .verb(.operate(.change, .lines)), "change the line"),
    Row(.changes, "D", .verb(.operate(.delete, .motion(.lineEnd))), "delete to the line's end"),
    Row(.changes, "C", .verb(.operate(.change, .motion(.lineEnd))), "change to the line's end"),
    Row(.changes, "Y", .verb(.operate(.yank, .lines)), "take the line into the register"),
    Row(.changes, "r", .replace, "overwrite the character with another"),
    Row(.changes, "~", .verb(.toggleCase), "swap upper and lower case"),
    Row(.changes, "J", .verb(.operate(.join, .lines)), "join the next line to this one"),
    Row(.changes, "p", .verb(.put(.forward)), "put the register after the caret"),
    Row(.changes, "P", .verb(.put(.backward)), "put the register before the caret"),
    Row(.changes, "u", .verb(.undo), "undo the last change, a whole insert as one"),
    Row(.changes, "^R", .verb(.redo), "redo"),
    Row(.changes, ".", .verb(.repeatChange), "do the last change again, its text included"),
    Row(.changes, "v", .verb(.select(.visual)), "select characters"),
    Row(.changes, "V", .verb(.select(.visualLine)), "select lines"),
  ]

  private static let visual: [Row] = [
    Row(.visual, "d x Del", .verb(.operate(.delete, .selection)), "delete the selection"),
    Row(.visual, "c s", .verb(.operate(.change, .selection)), "change the selection"),
    Row(.visual, "y", .verb(.operate(.yank, .selection)), "take the selection into the register"),
    Row(.visual, "D X", .verb(.operate(.delete, .selectedLines)), "delete the lines"),
    Row(.visual, "C S R", .verb(.operate(.change, .selectedLines)), "change the lines"),
    Row(.visual, "Y", .verb(.operate(.yank, .selectedLines)), "take the lines into the register"),
    Row(.visual, "r", .replace, "overwrite every character with one"),
    Row(.visual, "u gu", .verb(.operate(.lowercase, .selection)), "make lower case"),
    Row(.visual, "U gU", .verb(.operate(.uppercase, .selection)), "make upper case"),
    Row(.visual, "~ g~", .verb(.operate(.toggleCase, .selection)), "swap upper and lower case"),
    Row(.visual, "J", .verb(.operate(.join, .selection)), "join the lines"),
    Row(.visual, "p", .verb(.put(.forward)), "put the register in its place, and take it"),
    Row(.visual, "P", .verb(.put(.backward)), "put the register in its place, and keep it"),
    Row(.visual, "o O", .verb(.swapEnds), "go to the other end"),
    Row(.visual, "v", .verb(.select(.visual)), "select characters, or leave"),
    Row(.visual, "V", .verb(.select(.visualLine)), "select lines, or leave"),
  ]
}

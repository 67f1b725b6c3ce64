/// Reads keys as a command: `[count] operator [count] motion`, and so on.
struct ViReading {
  /// What is missing at the end of the keys.
  enum Need: Sendable, Equatable {
    case key
    /// Any character, as after `f`.
    case character
    /// More of a text that Enter ends.
    case text
  }

  /// Why there is no command.
  enum Stop: Error, Equatable {
    case needs(Need)
    case meaningless
  }

  private static let mostRepeats = 9_999

  private var rest: ArraySlice<String>
  private let mode: ViMode

  init(_ keys: [String], in mode: ViMode) {
    rest = keys[...]
    self.mode = mode
  }

  mutating func command() throws(Stop) -> ViCommand {
    let count = try count()
    if mode.isVisual, let object = try object() {
      return ViCommand(count: count, verb: .selectObject(object))
    }
    switch try meaning(in: mode.isVisual ? [.visual, .motions] : [.operators, .changes, .motions]) {
    case (.operator(let change), let keys): return try operated(change, keys: keys, count: count)
    case (.verb(let verb), _): return ViCommand(count: count, verb: verb)
    case (.replace, _):
      let character = try character()
      let verb: ViCommand.Verb =
        mode.isVisual ? .operate(.replace(character), .selection) : .replace(character)
      return ViCommand(count: count, verb: verb)
    case (let other, _): return ViCommand(count: count, verb: .move(try motion(other)))
    }
  }

  /// What an operator works on: the operator again for lines, an object, or a motion.
  private mutating func operated(
    _ change: ViOperator,
    keys: String,
    count first: Int?
  ) throws(Stop) -> ViCommand {
    let second = try count()
    let counts = [first, second].compactMap(\.self)
    let count = counts.isEmpty ? nil : min(counts.reduce(1, *), Self.mostRepeats)
    if let next = rest.first, keys.hasSuffix(next) {
      return ViCommand(count: count, verb: .operate(change, .lines))
    }
    if let object = try object() {
      return ViCommand(count: count, verb: .operate(change, .object(object)))
    }
    var motion = try motion(try meaning(in: [.motions]).0)
    if change == .change, case .wordForward(let word) = motion { motion = .changedWord(word) }
    return ViCommand(count: count, verb: .operate(change, .motion(motion)))
  }

  private mutating func object() throws(Stop) -> ViTextObject? {
    guard let first = rest.first, first == "i" || first == "a" else { return nil }
    rest.removeFirst()
    guard case .object(let kind) = try meaning(in: [.objects]).0 else { throw .meaningless }
    return ViTextObject(kind: kind, scope: first == "i" ? .inner : .around)
  }

  private mutating func motion(_ meaning: ViKeyTable.Meaning) throws(Stop) -> ViMotion {
    switch meaning {
    case .motion(let motion): return motion
    case .find(let direction, let reach):
      return .find(ViFind(character: try character(), direction: direction, reach: reach))
    case .search(let direction): return .search(ViSearch(text: try text(), direction: direction))
    case .operator, .object, .replace, .verb: throw .meaningless
    }
  }

  /// A number that does not begin with 0, which is a motion.
  private mutating func count() throws(Stop) -> Int? {
    var count: Int?
    while let digit = rest.first.flatMap(Int.init), count != nil || digit != 0 {
      count = min((count ?? 0) * 10 + digit, Self.mostRepeats)
      rest.removeFirst()
    }
    if rest.isEmpty { throw .needs(.key) }
    return count
  }

  private mutating func meaning(
    in sections: [ViKeyTable.Section]
  ) throws(Stop) -> (ViKeyTable.Meaning, keys: String) {
    var keys = ""
    while let next = rest.popFirst() {
      keys += next
      let matches = sections.compactMap { ViKeyTable.match(keys, in: $0) }
      for case .meaning(let meaning) in matches { return (meaning, keys) }
      if matches.isEmpty { throw .meaningless }
    }
    throw .needs(.key)
  }

  private mutating func character() throws(Stop) -> Character {
    guard let key = rest.popFirst() else { throw .needs(.character) }
    guard let character = Self.character(of: key) else { throw .meaningless }
    return character
  }

  private mutating func text() throws(Stop) -> String {
    var text = ""
    while let key = rest.popFirst() {
      guard let character = Self.character(of: key) else { throw .meaningless }
      if character == "\n" { return text }
      text.append(character)
    }
    throw .needs(.text)
  }

  private static func character(of key: String) -> Character? {
    switch key {
    case "Space": " "
    case "Enter": "\n"
    case "Tab": "\t"
    default: key.count == 1 ? key.first : nil
    }
  }
}

/// Which key does what in which context: the defaults, with the user's `[keys]` laid over them.
package struct KeyMap: Sendable, Equatable {
  private var commands: [KeyContext: [Key: CommandID]] = [:]
  private var keys: [CommandID: [Key]] = [:]
  /// The first key of each command as it is written, since the hint line needs it for every frame.
  private var notations: [CommandID: String] = [:]

  /// The default bindings.
  package init() {
    for command in CommandTable.commands {
      bind(command, to: command.defaultKeys.compactMap(Key.init(notation:)))
    }
  }

  /// A mistake in the user's bindings.
  package struct Problem: Sendable, Hashable {
    /// The command's id as it was written.
    package let command: String
    /// What is wrong and what to do, without the command.
    package let sentence: String
  }

  /// Lays the user's bindings over the defaults; a command that is named loses its default keys.
  ///
  /// What is sound is bound all the same; of two commands on one key the user's wins over a default, and
  /// the first by name over another of the user's.
  ///
  /// - Parameter bindings: Command ids with key notations, as `[keys]` has them; an empty list unbinds.
  /// - Returns: An unknown command, an unknown key, two commands on one key in the same place.
  @discardableResult
  package mutating func rebind(_ bindings: [String: [String]]) -> [Problem] {
    var problems: [Problem] = []
    var claimed: [KeyContext: [Key: CommandID]] = [:]
    for (name, notations) in bindings.sorted(by: { $0.key < $1.key }) {
      guard let id = CommandID(rawValue: name), let command = CommandTable.command(id) else {
        problems.append(
          Problem(command: name, sentence: "no such command; F1 and docs/KEYS.md list them")
        )
        continue
      }
      unbind(id)
      for notation in notations {
        let problem: String?
        if let key = Key(notation: notation) {
          problem = claim(key, for: command, in: &claimed, bindings: bindings)
        } else {
          problem = "found \"\(notation)\", expected a key such as ^X, Alt-x, F5 or g"
        }
        if let problem { problems.append(Problem(command: name, sentence: problem)) }
      }
    }
    return problems
  }

  /// Binds a key, unless the user gave it to another command already; says what is in the way.
  private mutating func claim(
    _ key: Key,
    for command: Command,
    in claimed: inout [KeyContext: [Key: CommandID]],
    bindings: [String: [String]]
  ) -> String? {
    if let other = claimed[command.context]?[key], other != command.id {
      return "\(key.notation) is already bound to \(other.rawValue) in the same place"
    }
    claimed[command.context, default: [:]][key] = command.id
    let loser = commands[command.context]?[key]
    bind(command, to: keys(for: command.id) + [key])
    guard let loser, loser != command.id, bindings[loser.rawValue] == nil else { return nil }
    return "\(key.notation) is taken from \(loser.rawValue); give that another key, or none with []"
  }

  /// The command of a key in a context.
  package func command(for key: Key, in context: KeyContext) -> CommandID? {
    commands[context]?[key]
  }

  /// The keys of a command, the one to show first.
  package func keys(for id: CommandID) -> [Key] { keys[id] ?? [] }

  /// The first key of a command in its notation, without the leader's.
  package func firstNotation(for id: CommandID) -> String? { notations[id] }

  /// The first key of a command in its notation, with the leader's key before it where it needs one.
  package func notation(for id: CommandID) -> String? {
    guard let key = keys[id]?.first else { return nil }
    guard CommandTable.command(id)?.context == .leader else { return key.notation }
    return keys[.leader]?.first.map { "\($0.notation) \(key.notation)" }
  }

  private mutating func unbind(_ id: CommandID) {
    for context in KeyContext.allCases {
      commands[context] = commands[context]?.filter { $0.value != id }
    }
    set([], for: id)
  }

  private mutating func set(_ newKeys: [Key], for id: CommandID) {
    keys[id] = newKeys
    notations[id] = newKeys.first?.notation
  }

  private mutating func bind(_ command: Command, to newKeys: [Key]) {
    for key in newKeys {
      if let other = commands[command.context]?[key] {
        set(keys(for: other).filter { $0 != key }, for: other)
      }
      commands[command.context, default: [:]][key] = command.id
    }
    set(newKeys, for: command.id)
  }
}

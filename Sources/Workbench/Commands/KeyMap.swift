/// Which key does what in which context: the defaults, with the user's `[keys]` laid over them.
package struct KeyMap: Sendable, Equatable {
  private var commands: [KeyContext: [Key: CommandID]] = [:]
  private var keys: [CommandID: [Key]] = [:]

  /// The default bindings.
  package init() {
    for command in CommandTable.commands {
      bind(command, to: command.defaultKeys.compactMap(Key.init(notation:)))
    }
  }

  /// Lays the user's bindings over the defaults; a command that is named loses its default keys.
  ///
  /// - Parameter bindings: Command ids with key notations, as `[keys]` has them; an empty list unbinds.
  /// - Returns: One sentence a mistake: an unknown command, an unknown key, two commands on one key.
  ///   What is sound is bound all the same; of two commands on one key the user's wins.
  package mutating func rebind(_ bindings: [String: [String]]) -> [String] {
    var problems: [String] = []
    var claimed: [KeyContext: [Key: CommandID]] = [:]
    for (name, notations) in bindings.sorted(by: { $0.key < $1.key }) {
      guard let id = CommandID(rawValue: name), let command = CommandTable.command(id) else {
        problems.append("keys.\(name): no such command; F1 and docs/KEYS.md list them")
        continue
      }
      var newKeys: [Key] = []
      for notation in notations {
        guard let key = Key(notation: notation) else {
          problems.append(
            "keys.\(name): found \"\(notation)\", expected a key such as ^X, Alt-x, F5 or g"
          )
          continue
        }
        if let other = claimed[command.context]?[key], other != id {
          problems.append(
            "keys.\(name): \(key.notation) is already bound to \(other.rawValue) in the same place"
          )
          continue
        }
        claimed[command.context, default: [:]][key] = id
        newKeys.append(key)
      }
      unbind(id)
      bind(command, to: newKeys)
    }
    return problems
  }

  /// The command of a key in a context.
  package func command(for key: Key, in context: KeyContext) -> CommandID? {
    commands[context]?[key]
  }

  /// The keys of a command, the one to show first.
  package func keys(for id: CommandID) -> [Key] { keys[id] ?? [] }

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
    keys[id] = nil
  }

  private mutating func bind(_ command: Command, to newKeys: [Key]) {
    for key in newKeys {
      if let other = commands[command.context]?[key] { keys[other]?.removeAll { $0 == key } }
      commands[command.context, default: [:]][key] = command.id
    }
    keys[command.id] = newKeys
  }
}

/// Which command a word with a slash names.
package enum SlashWord: Sendable, Hashable {
  case slash(SlashCommand)
  /// Any other command, by its id.
  case command(CommandID)
  /// The beginning of several.
  case ambiguous([SlashCommand])
  /// No command; `nearest` is one that may have been meant.
  case unknown(nearest: String?)

  /// - Parameters:
  ///   - word: Without the slash; the beginning of a name will do where it fits one only.
  ///   - commands: Those that can be meant by their names.
  ///   - ids: Those that can be meant by their ids.
  package init(_ word: String, among commands: [SlashCommand], ids: [CommandID]) {
    if let command = commands.first(where: { $0.rawValue == word }) {
      self = .slash(command)
      return
    }
    if let id = ids.first(where: { $0.rawValue == word }) {
      self = .command(id)
      return
    }
    let matches = commands.filter { !word.isEmpty && $0.rawValue.hasPrefix(word) }
    switch matches.count {
    case 1: self = .slash(matches[0])
    case 0:
      let known = commands.map(\.rawValue) + ids.map(\.rawValue)
      self = .unknown(nearest: NearestName(known: known).nearest(to: word))
    default: self = .ambiguous(matches)
    }
  }

  /// The ids that a prompt takes: those of all commands but the ones that act in lists.
  static var ids: [CommandID] {
    CommandTable.commands.filter { !$0.context.isOfLists }.map(\.id)
  }
}

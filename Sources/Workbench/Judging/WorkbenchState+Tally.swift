import Conversation
import Measuring

extension WorkbenchState {
  /// Shows what all votes come to.
  mutating func openTally() -> [Effect] {
    let query = newQuery()
    overlay = .tally(TallyView(query: query))
    return [.history(.listVotes(query: query))]
  }

  /// Takes votes, where they answer the question that was asked last.
  mutating func take(_ votes: [CountedVote], query: QueryNumber) {
    guard case .tally(var view) = overlay, view.query == query else { return }
    view.take(votes)
    overlay = .tally(view)
  }

  mutating func takeTallyTrouble(_ reason: String, query: QueryNumber) {
    guard case .tally(var view) = overlay, view.query == query else { return }
    view.problem = reason
    overlay = .tally(view)
  }

  /// Gives a key to the tally.
  mutating func takeInTally(_ key: Key, _ view: TallyView) -> [Effect] {
    var view = view
    switch keyMap.command(for: key, in: .tally) {
    case .tallyNextTag: view.changeTag(by: 1)
    case .tallyPreviousTag: view.changeTag(by: -1)
    case .tallyVoters: view.changeVoters()
    case .tallyDown: view.move(by: 1)
    case .tallyUp: view.move(by: -1)
    case .tallyCopy: return [.copy(view.tabSeparated, what: "the tally")]
    default:
      switch keyMap.command(for: key, in: .overlay) {
      case .listDown: view.move(by: 1)
      case .listUp: view.move(by: -1)
      case .overlayClose, .listAccept:
        overlay = nil
        return []
      default: return []
      }
    }
    overlay = .tally(view)
    return []
  }
}

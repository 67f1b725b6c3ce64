import Conversation
import Measuring

/// What all votes come to, over the panes: by preset, of all conversations or of those with a tag.
package struct TallyView: Sendable {
  /// `nil` until the archive has said.
  package private(set) var votes: [CountedVote]?
  /// Why there are none.
  package internal(set) var problem: String?
  package private(set) var table = TallyTable([])
  /// The tag whose conversations count; `nil` for all.
  package private(set) var tag: String?
  package private(set) var voters = TallyTable.Voters.everybody
  package private(set) var cursor = 0
  let query: QueryNumber

  init(query: QueryNumber) {
    self.query = query
  }

  mutating func take(_ votes: [CountedVote]) {
    self.votes = votes
    problem = nil
    count()
  }

  mutating func move(by step: Int) { cursor = max(0, min(cursor + step, table.rows.count - 1)) }

  /// Goes to the next tag, and behind the last to all conversations again.
  mutating func changeTag(by step: Int) {
    let tags = [nil] + TallyTable.tags(of: votes ?? []).map { Optional($0) }
    tag = tags.stepped(from: tag, by: step) ?? nil
    count()
  }

  mutating func changeVoters() {
    let all = [.everybody] + TallyTable.voters(of: votes ?? [])
    voters = all.stepped(from: voters, by: 1) ?? .everybody
    count()
  }

  private mutating func count() {
    table = TallyTable(votes ?? [], tag: tag, voters: voters)
    move(by: 0)
  }

  /// What it is a tally of.
  package var title: String {
    let about = tag.map { "conversations tagged \($0)" } ?? "all conversations"
    let who = voters == .everybody ? "" : ", votes of \(voters.words)"
    let count = table.votes
    return "tally: \(count) \(count == 1 ? "vote" : "votes") in \(about)\(who)"
  }

  /// The table for other programs: a line a row, tabs between the columns.
  var tabSeparated: String {
    ([TallyTable.headings] + table.rows.map(TallyTable.texts))
      .map { $0.joined(separator: "\t") + "\n" }.joined()
  }
}

extension Array where Element: Equatable {
  /// The element so many places after another, round the end; the first where that one is not there.
  fileprivate func stepped(from element: Element, by step: Int) -> Element? {
    guard let place = firstIndex(of: element) else { return first }
    return self[(place + step + count) % count]
  }
}

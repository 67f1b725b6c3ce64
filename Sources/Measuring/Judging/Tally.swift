/// What votes come to: who won over whom how often.
package struct Tally: Sendable, Hashable {
  /// Two contestants, the first against the second.
  private struct Pairing: Hashable {
    let name: String
    let other: String
  }

  private var byName: [String: Standing] = [:]
  private var halfWins: [Pairing: Int] = [:]
  /// How many votes it is made of.
  package private(set) var votes = 0

  package init(_ votes: some Sequence<Vote> = []) {
    for vote in votes { count(vote) }
  }

  /// The names of all who took part, sorted.
  package var contestants: [String] { byName.keys.sorted() }

  package subscript(name: String) -> Standing? { byName[name] }

  /// Best rate first; of equal ones who has more comparisons, then by name.
  package var standings: [Standing] {
    byName.values.sorted { left, right in
      let (rate, other) = (left.winRate ?? 0, right.winRate ?? 0)
      if rate != other { return rate > other }
      if left.comparisons != right.comparisons { return left.comparisons > right.comparisons }
      return left.name < right.name
    }
  }

  /// Who won over whom, and how often, a tie being half a win; in no order, without pairs of which the first never won.
  var wins: [(winner: String, loser: String, count: Double)] {
    halfWins.map { ($0.key.name, $0.key.other, Double($0.value) / 2) }
  }

  package mutating func count(_ vote: Vote) {
    votes += 1
    for name in vote.contestants {
      note(name) { standing in
        standing.votes += 1
        if vote.verdict == .allBad { standing.bad += 1 }
      }
    }
    switch vote.verdict {
    case .winner(let winner):
      for loser in vote.contestants where loser != winner {
        note(winner) { $0.wins += 1 }
        note(loser) { $0.losses += 1 }
        halfWins[Pairing(name: winner, other: loser), default: 0] += 2
      }
    case .tie, .allBad:
      for name in vote.contestants {
        for other in vote.contestants where other != name {
          note(name) { $0.ties += 1 }
          halfWins[Pairing(name: name, other: other), default: 0] += 1
        }
      }
    }
  }

  private mutating func note(_ name: String, _ change: (inout Standing) -> Void) {
    change(&byName[name, default: Standing(name: name)])
  }
}

import Conversation

/// The tally of some votes as rows of figures: what the screen and `weir votes` show.
package struct TallyTable: Sendable, Hashable {
  /// Whose votes count.
  package enum Voters: Sendable, Hashable {
    case everybody
    case user
    /// A preset's, by whatever rubric.
    case judge(String)
  }

  /// One contestant's.
  package struct Row: Sendable, Hashable {
    package let standing: Standing
    package let rating: BradleyTerry.Rating
  }

  /// Best rate first.
  package let rows: [Row]
  /// How many votes it is made of; those that compare a preset with itself alone are not among them.
  package let votes: Int

  package init(_ votes: [CountedVote], tag: String? = nil, voters: Voters = .everybody) {
    let counted = votes.filter { vote in
      (tag.map(vote.tags.contains) ?? true) && voters.include(vote.vote.voter)
    }
    let tally = Tally(counted.compactMap { Vote($0.vote) })
    let ratings = Dictionary(
      BradleyTerry(tally).ratings.map { ($0.name, $0) }
    ) { first, _ in first }
    rows = tally.standings.compactMap { standing in
      ratings[standing.name].map { Row(standing: standing, rating: $0) }
    }
    self.votes = tally.votes
  }

  /// The tags of some votes, by name.
  package static func tags(of votes: [CountedVote]) -> [String] {
    Set(votes.flatMap(\.tags)).sorted()
  }

  /// Who has voted: the user first, then judges by name.
  package static func voters(of votes: [CountedVote]) -> [Voters] {
    let judges = Set(votes.compactMap { $0.vote.voter.judge }).sorted()
    let hasUser = votes.contains { $0.vote.voter == .user }
    return (hasUser ? [.user] : []) + judges.map { .judge($0) }
  }
}

extension TallyTable.Voters {
  fileprivate func include(_ voter: TurnVote.Voter) -> Bool {
    switch self {
    case .everybody: true
    case .user: voter == .user
    case .judge(let name): voter.judge == name
    }
  }

  /// For people: `everybody`, `you`, or the judge's name.
  package var words: String {
    switch self {
    case .everybody: "everybody"
    case .user: "you"
    case .judge(let name): name
    }
  }
}

extension TurnVote.Voter {
  /// The preset that judged.
  package var judge: String? {
    if case .judge(let preset, _) = self { return preset }
    return nil
  }
}

extension TallyTable {
  package static let headings = [
    "preset", "win rate", "95 %", "rating", "\u{00B1}", "won", "lost", "tied", "bad", "votes",
  ]

  /// A row as texts, in the order of the headings.
  package static func texts(of row: Row) -> [String] {
    let standing = row.standing
    func percent(_ rate: Double) -> String { "\(Int((rate * 100).rounded()))" }
    let interval = standing.interval
    return [
      standing.name,
      standing.winRate.map { "\(percent($0)) %" } ?? "\u{2013}",
      "\(percent(interval.lowerBound))\u{2013}\(percent(interval.upperBound))",
      "\(Int(row.rating.rating.rounded()))",
      "\(Int((WilsonInterval.deviate * row.rating.error).rounded()))",
      "\(standing.wins)", "\(standing.losses)", "\(standing.ties)", "\(standing.bad)",
      "\(standing.votes)",
    ]
  }
}

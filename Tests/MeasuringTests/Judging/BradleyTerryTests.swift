import Conversation
import Measuring
import Support
import Testing

@Suite struct BradleyTerryTests {
  private static let teams = [
    "Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore",
  ]
  /// The wins of each over each in 1987 (Agresti, "Categorical Data Analysis", 2002, section 10.6).
  private static let wins = [
    [0, 7, 9, 7, 7, 9, 11], [6, 0, 7, 5, 11, 9, 9], [4, 6, 0, 7, 7, 8, 12],
    [6, 8, 6, 0, 6, 7, 10], [6, 2, 6, 7, 0, 7, 12], [4, 4, 5, 6, 6, 0, 6], [2, 4, 1, 3, 1, 7, 0],
  ]
  private static let eloPerLog = 400 / 2.302585092994046

  private static func baseball() throws -> Tally {
    var tally = Tally()
    for (row, team) in teams.enumerated() {
      for (column, other) in teams.enumerated() {
        for _ in 0..<wins[row][column] {
          tally.count(try #require(Vote([team, other], .winner(team))))
        }
      }
    }
    return tally
  }

  @Test func findsTheStrengthsOfTheLiterature() throws {
    let ratings = BradleyTerry(try Self.baseball(), prior: 1e-6).ratings
    #expect(ratings.map(\.name) == Self.teams)
    let last = try #require(ratings.last)
    let strengths = ratings.map { ($0.rating - last.rating) / Self.eloPerLog }
    #expect(
      strengths.map { ($0 * 100).rounded() / 100 } == [1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0]
    )
  }

  /// Each had 78 games, so that a strength is known as well as a proportion of about so many.
  @Test func findsErrorsOfTheRightSize() throws {
    let errors = BradleyTerry(try Self.baseball(), prior: 1e-6).ratings.map {
      $0.error / Self.eloPerLog
    }
    #expect(errors.allSatisfy { (0.20...0.25).contains($0) }, "\(errors)")
  }

  @Test func twoContestantsAreRatedByTheirOdds() throws {
    let vote = try #require(Vote(["a", "b"], .winner("a")))
    let other = try #require(Vote(["a", "b"], .winner("b")))
    let votes = Array(repeating: vote, count: 1_000) + Array(repeating: other, count: 100)
    let ratings = BradleyTerry(Tally(votes), prior: 1e-6).ratings
    #expect(ratings.map(\.name) == ["a", "b"])
    #expect(ratings.map { $0.rating.rounded() } == [1200, 800])
    // The variance of a logit is 1/1000 + 1/100, of half a difference a quarter of it.
    #expect(abs(ratings[0].error - Self.eloPerLog * (0.011 / 4).squareRoot()) < 0.01)
    #expect(ratings[0].interval.contains(1200))
  }

  @Test func thereAreRatingsWhereThereCouldBeNone() throws {
    #expect(BradleyTerry(Tally()).ratings == [])
    let alone = Tally([
      try #require(Vote(["a", "b"], .winner("a"))), try #require(Vote(["c", "d"], .tie)),
    ])
    let ratings = BradleyTerry(alone).ratings
    #expect(ratings.map(\.name) == ["a", "c", "d", "b"])
    #expect(ratings.allSatisfy { $0.rating.isFinite && $0.error.isFinite && $0.error > 0 })
  }
}

/// What holds of any votes.
@Suite struct RandomVotesTests {
  private static let seeds = Soak.seeds(1_000, whole: 20_000)
  private static let names = ["a", "b", "c", "d", "e"]

  private static func votes(using random: inout SeededGenerator) -> [Vote] {
    (0..<Int.random(in: 1...40, using: &random)).compactMap { _ in
      let count = Int.random(in: 2...4, using: &random)
      let contestants = Array(names.shuffled(using: &random).prefix(count))
      let verdict: Verdict =
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .tie
        case 1: .allBad
        default: .winner(contestants[0])
        }
      return Vote(contestants, verdict)
    }
  }

  private static func rating(of name: String, _ votes: [Vote]) throws -> Double {
    try #require(BradleyTerry(Tally(votes)).ratings.first { $0.name == name }).rating
  }

  private static func renamed(_ vote: Vote) -> Vote? {
    func other(_ name: String) -> String { name == "a" ? "b" : name == "b" ? "a" : name }
    let verdict: Verdict =
      if case .winner(let name) = vote.verdict { .winner(other(name)) } else { vote.verdict }
    return Vote(vote.contestants.map(other), verdict)
  }

  @Test(arguments: seeds)
  func theOrderOfVotesDoesNotMatter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let votes = Self.votes(using: &random)
    let shuffled = votes.shuffled(using: &random)
    #expect(Tally(votes) == Tally(shuffled))
    #expect(BradleyTerry(Tally(votes)).ratings == BradleyTerry(Tally(shuffled)).ratings)
  }

  @Test(arguments: seeds)
  func namesDoNotMatter(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let votes = Self.votes(using: &random) + [try #require(Vote(["a", "b"], .tie))]
    let renamed = votes.compactMap(Self.renamed)
    #expect(abs(try Self.rating(of: "a", votes) - Self.rating(of: "b", renamed)) < 1e-6)
  }

  @Test(arguments: seeds)
  func oneMoreWinNeverLowersARating(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let votes = Self.votes(using: &random) + [try #require(Vote(["a", "b"], .tie))]
    let more = votes + [try #require(Vote(["a", "b"], .winner("a")))]
    #expect(try Self.rating(of: "a", more) > Self.rating(of: "a", votes))
    #expect(try Self.rating(of: "b", more) < Self.rating(of: "b", votes))
  }

  @Test(arguments: seeds)
  func figuresAreWithinTheirBounds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let tally = Tally(Self.votes(using: &random))
    for standing in tally.standings {
      #expect(standing.interval.contains(standing.winRate ?? -1))
      #expect(standing.comparisons >= standing.votes)
    }
    #expect(
      tally.standings.reduce(0) { $0 + $1.wins } == tally.standings.reduce(0) { $0 + $1.losses }
    )
    let ratings = BradleyTerry(tally).ratings
    let mean = ratings.reduce(0) { $0 + $1.rating } / Double(ratings.count)
    #expect(abs(mean - BradleyTerry.mean) < 1e-6)
    #expect(ratings.map(\.name).sorted() == tally.contestants)
  }
}

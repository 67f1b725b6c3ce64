import Testing

@testable import Measuring

@Suite struct TallyTests {
  private static func tally(_ votes: [([String], Verdict)]) throws -> Tally {
    Tally(try votes.map { try #require(Vote($0.0, $0.1)) })
  }

  @Test func whoWinsOfSeveralWinsOverEach() throws {
    let tally = try Self.tally([(["a", "b", "c"], .winner("b")), (["a", "b"], .tie)])
    #expect(tally.standings.map(\.name) == ["b", "a", "c"])
    #expect(tally.standings.map(\.wins) == [2, 0, 0])
    #expect(tally.standings.map(\.losses) == [0, 1, 1])
    #expect(tally.standings.map(\.ties) == [1, 1, 0])
    #expect(tally.standings.map(\.votes) == [2, 2, 1])
    #expect(tally.standings.map(\.winRate) == [2.5 / 3, 0.25, 0])
    let wins = tally.wins.sorted { ($0.winner, $0.loser) < ($1.winner, $1.loser) }
    #expect(
      wins.map { "\($0.winner) \($0.loser) \($0.count)" } == ["a b 0.5", "b a 1.5", "b c 1.0"]
    )
    #expect(tally.votes == 2)
  }

  @Test func allBadIsATieThatIsCountedBesides() throws {
    let tally = try Self.tally([(["a", "b"], .allBad)])
    #expect(tally["a"]?.winRate == 0.5)
    #expect(tally["a"]?.bad == 1)
    #expect(tally["c"] == nil)
  }

  @Test func aVoteNeedsTwoNamesAndAWinnerAmongThem() {
    #expect(Vote(["a"], .tie) == nil)
    #expect(Vote(["a", "a"], .winner("a")) == nil)
    #expect(Vote(["a", "b"], .winner("c")) == nil)
    #expect(Vote(["a", "b", "a"], .winner("a"))?.contestants == ["a", "b"])
  }

  @Test(
    "the interval is Wilson's",
    arguments: [
      (0.8, 10, 0.4902, 0.9433), (0, 10, 0, 0.2775), (1, 10, 0.7225, 1), (0.5, 20, 0.2993, 0.7007),
      (0.3, 0, 0, 1),
    ]
  )
  func knowsWilsonsInterval(rate: Double, trials: Int, lower: Double, upper: Double) {
    let range = WilsonInterval.range(rate: rate, of: trials)
    #expect(abs(range.lowerBound - lower) < 0.00005)
    #expect(abs(range.upperBound - upper) < 0.00005)
  }

  @Test func theIntervalOfAStandingIsThatOfItsVotes() throws {
    let tally = try Self.tally([(["a", "b", "c"], .winner("a"))])
    #expect(tally["a"]?.interval == WilsonInterval.range(rate: 1, of: 1))
  }
}

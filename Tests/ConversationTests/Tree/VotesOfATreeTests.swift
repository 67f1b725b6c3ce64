import Testing

@testable import Conversation

@Suite struct VotesOfATreeTests {
  private let tree: MessageTree
  private let turns: [MessageID]

  init() {
    var tree = MessageTree(seed: 1)
    turns = (0..<2).map { _ in tree.addUserMessage("q", under: nil) }
    _ = tree.takeChanges()
    self.tree = tree
  }

  private func vote(
    _ verdict: TurnVote.Verdict,
    by voter: TurnVote.Voter = .user,
    at moment: Int64,
    on replies: [Int64] = [1, 2]
  ) throws -> TurnVote {
    let answers = replies.map { VotedAnswer(reply: MessageKey($0), preset: "p\($0)", model: "m") }
    return try #require(
      TurnVote(verdict, on: answers, by: voter, at: WallTime(milliseconds: moment))
    )
  }

  @Test func aVoterHasOneVoteOnTheTurnsThatSeveralLanesShare() throws {
    var tree = tree
    let judge = TurnVote.Voter.judge(preset: "j", rubric: "r")
    tree.vote(try vote(.tie, at: 1), on: [turns[1]])
    tree.vote(try vote(.tie, by: judge, at: 2), on: [turns[1]])
    tree.vote(try vote(.answer(0), at: 3), on: Set(turns))
    #expect(tree[turns[0]].votes == [try vote(.answer(0), at: 3)])
    #expect(tree[turns[1]].votes == [try vote(.tie, by: judge, at: 2)])
    #expect(tree.votes(on: turns).map(\.voter) == [.user, judge])
    #expect(tree.takeChanges() == turns.map { .rewritten(tree.stored($0)) })
  }

  @Test func aVoteThatIsTakenBackLeavesThoseOfOthers() throws {
    var tree = tree
    let judge = TurnVote.Voter.judge(preset: "j", rubric: "r")
    tree.vote(try vote(.tie, at: 1), on: [turns[0]])
    tree.vote(try vote(.tie, by: judge, at: 2), on: [turns[0]])
    _ = tree.takeChanges()
    tree.withdrawVote(of: .user, on: Set(turns))
    #expect(tree.votes(on: turns) == [try vote(.tie, by: judge, at: 2)])
    #expect(tree.takeChanges() == [.rewritten(tree.stored(turns[0]))])
    tree.withdrawVote(of: .user, on: Set(turns))
    #expect(tree.takeChanges() == [])
  }

  @Test func laterVotesTakeThePlaceOfEarlierOnesWhoeverKeptThem() throws {
    var tree = tree
    tree.vote(try vote(.tie, at: 5), on: [turns[0]])
    var stored = tree.stored(turns[0])
    stored.votes = [try vote(.allBad, at: 4)]
    #expect(tree.merge([stored]) == [])
    stored.votes = [
      try vote(.allBad, at: 6), try vote(.tie, by: .judge(preset: "j", rubric: "r"), at: 1),
    ]
    #expect(tree.merge([stored]) == [turns[0]])
    #expect(tree[turns[0]].votes == stored.votes)
    stored.votes = []
    #expect(tree.merge([stored]) == [])
    #expect(tree[turns[0]].votes.count == 2)
  }

  @Test func aVoteThatWasKeptAndIsNotThereAnyMoreWasTakenBackElsewhere() throws {
    var tree = tree
    tree.vote(try vote(.tie, at: 5), on: [turns[0]])
    var stored = tree.stored(turns[0])
    #expect(tree.merge([stored], isAllKept: true) == [])
    stored.votes = []
    #expect(tree.merge([stored], isAllKept: true) == [turns[0]])
    #expect(tree[turns[0]].votes == [])
  }

  @Test func aVoteFollowsTheNewKeyOfAnAnswer() throws {
    var tree = tree
    let old = tree[turns[1]].key
    let new = MessageKey(old.rawValue + 1)
    tree.vote(try vote(.answer(1), at: 5, on: [7, old.rawValue]), on: [turns[0]])
    tree.rename([old: new])
    #expect(tree[turns[0]].votes.first?.winner?.reply == new)
  }

  @Test func aForkHasNoVotesSinceTheyWouldCountTwice() throws {
    var tree = tree
    tree.vote(try vote(.tie, at: 1), on: [turns[0]])
    let fork = tree.forked(at: turns[0], seed: 2, now: WallTime(milliseconds: 9))
    #expect(fork.storedMessages.flatMap(\.votes) == [])
  }

  @Test func aVoteIsOnTwoAnswersAtLeastAndOnOneOfThem() {
    let answer = VotedAnswer(reply: MessageKey(1), preset: "a", model: "m", difference: "seed=1")
    let now = WallTime(milliseconds: 0)
    #expect(TurnVote(.tie, on: [answer], by: .user, at: now) == nil)
    #expect(TurnVote(.answer(2), on: [answer, answer], by: .user, at: now) == nil)
    #expect(answer.contestant == "a seed=1")
  }
}

import Conversation

/// A vote as a JSON object.
enum VoteForm {
  static func json(of vote: TurnVote) -> JSONValue {
    var judge: (preset: String, rubric: String)?
    if case .judge(let preset, let rubric) = vote.voter { judge = (preset, rubric) }
    return JSONObject.having([
      "created": .moment(vote.moment),
      "judge": judge.map { .string($0.preset) },
      "rubric": judge.map { .string($0.rubric) },
      "verdict": .string(vote.verdictName),
      "winner": vote.winnerPlace.map { .integer($0) },
      "blind": .flag(vote.isBlind),
      "note": .text(vote.note),
      "reasons": .list(vote.reasons.map { .string($0) }),
      "answers": .array(vote.answers.map(\.json)),
    ])
  }

  /// Reads what ``json(of:)`` writes; `nil` for what is no vote.
  static func vote(from json: JSONValue) -> TurnVote? {
    let kept = KeptVote(
      verdict: json["verdict"]?.asText ?? "",
      winner: json["winner"]?.asInteger,
      answers: json.list("answers"),
      judge: json["judge"]?.asText ?? "",
      rubric: json["rubric"]?.asText ?? "",
      reasons: json.list("reasons"),
      moment: json["created"]?.moment ?? WallTime(milliseconds: 0)
    )
    var vote = TurnVote(kept)
    vote?.note = json["note"]?.asText ?? ""
    vote?.isBlind = json["blind"]?.asBool ?? false
    return vote
  }

  /// Reads a message's votes: of each voter the first.
  static func votes(from json: [JSONValue]) -> [TurnVote] {
    var votes: [TurnVote] = []
    for vote in json.compactMap(vote(from:))
    where !votes.contains(where: { $0.voter == vote.voter }) { votes.append(vote) }
    return votes
  }
}

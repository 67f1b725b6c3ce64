import Archive
import ArgumentParser
import Conversation
import Measuring

/// `weir votes`: what the votes on answers come to.
struct VotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "votes",
    abstract: "Show how presets fared in votes.",
    discussion: """
      A row a preset: its win rate with a 95 % interval (Wilson), its Bradley-Terry rating (1000 is the mean, 400 points are odds of ten to \
      one), comparisons won, lost and tied, votes that found all answers bad, and votes in all. A tie counts half.
      """
  )

  @Option(help: ArgumentHelp("Count conversations with this tag alone.", valueName: "tag"))
  var tag: String?

  @Option(
    help: ArgumentHelp("Count the votes of \"you\", or of a judge, alone.", valueName: "name")
  )
  var by: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let votes = try SessionsArchive().answer(.votes(tag: tag))
    let table = TallyTable(votes, voters: voters)
    if json {
      try StandardOutput.say(self.json(of: table, votes).printableText)
    } else if table.rows.isEmpty {
      StandardError.write("weir: there are no such votes")
    } else {
      let rows = [TallyTable.headings] + table.rows.map(TallyTable.texts)
      try StandardOutput.say(TextTable(rows: rows).text)
    }
  }

  private var voters: TallyTable.Voters {
    by.map { $0 == TallyTable.Voters.user.words ? .user : .judge($0) } ?? .everybody
  }

  private func json(of table: TallyTable, _ votes: [CountedVote]) -> JSONValue {
    JSONObject.having([
      "votes": .integer(table.votes),
      "tag": tag.map { .string($0) },
      "by": by.map { .string($0) },
      "presets": .array(table.rows.map(\.json)),
      "tags": tag == nil
        ? .array(TallyTable.tags(of: votes).map { json(ofTag: $0, votes) }) : nil,
    ])
  }

  private func json(ofTag tag: String, _ votes: [CountedVote]) -> JSONValue {
    let table = TallyTable(votes, tag: tag, voters: voters)
    return [
      "tag": .string(tag), "votes": .integer(table.votes),
      "presets": .array(table.rows.map(\.json)),
    ]
  }
}

extension TallyTable.Row {
  fileprivate var json: JSONValue {
    JSONObject.having([
      "preset": .string(standing.name),
      "votes": .integer(standing.votes),
      "win_rate": standing.winRate.map { .number($0) },
      "win_rate_interval": .array([
        .number(standing.interval.lowerBound), .number(standing.interval.upperBound),
      ]),
      "wins": .integer(standing.wins),
      "losses": .integer(standing.losses),
      "ties": .integer(standing.ties),
      "bad": .integer(standing.bad),
      "rating": .number(rating.rating),
      "rating_interval": .array([
        .number(rating.interval.lowerBound), .number(rating.interval.upperBound),
      ]),
    ])
  }
}

import Archive
import ArgumentParser
import Conversation
import Typeset

/// `weir sessions search`: messages that hold what is looked for, the newest first.
struct SessionsSearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search all messages, the newest first.",
    discussion: """
      Words are looked for in any order and case; "a phrase" as it stands; wor* by its beginning; \
      preset:NAME, tag:NAME, role:user, after:2026-01-01 and before:2026-02-01 narrow the search. \
      Exits with 1 when nothing is found.
      """
  )

  @Argument(help: "What to look for.")
  var query: [String]

  @Option(help: "How many messages at most.")
  var limit = 20

  @Flag(help: "Print one JSON array.")
  var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit wants a number of at least 1.") }
  }

  func run() throws {
    let text = query.joined(separator: " ")
    let parsed = SearchQuery(text)
    let problems =
      parsed.isEmpty && parsed.problems.isEmpty
      ? ["there is no word to look for in it"] : parsed.problems
    for problem in problems { StandardError.write(Sanitizer.visible("weir: \(problem)")) }
    guard problems.isEmpty else { throw ExitStatus.usage.code }
    let sessions = SessionsArchive()
    let hits: [MessageHit]
    do throws(ArchiveTrouble) {
      hits = try sessions.archive.searchNow(text, limit: limit)
    } catch {
      throw sessions.failure(error)
    }
    if json {
      try StandardOutput.say(JSONValue.array(hits.map(\.json)).printableText)
    } else {
      for hit in hits {
        try StandardOutput.say(Sanitizer.visible(hit.lines(isMarked: StandardOutput.isTerminal)))
      }
    }
    guard !hits.isEmpty else {
      if !json { StandardError.write("weir: nothing found") }
      throw ExitStatus.failure.code
    }
  }
}

extension MessageHit {
  fileprivate var json: JSONValue {
    [
      "number": .integer(Int(number)), "id": .string(conversation.text), "title": .string(title),
      "message": .integer(Int(message.rawValue)), "role": .string(role.rawValue),
      "preset": preset.map(JSONValue.string) ?? .null, "created": created.json,
      "excerpt": .string(excerpt),
      "found": .array(
        found.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) }
      ),
    ]
  }

  /// Where it is, and below that what was found, between ⟨ and ⟩ where people look.
  fileprivate func lines(isMarked: Bool) -> String {
    let speaker = preset ?? role.rawValue
    return "\(number)  \(created.localText)  \(speaker)  \(title)\n    "
      + (isMarked ? markedExcerpt : excerpt)
  }

  private var markedExcerpt: String {
    var marked = Array(excerpt.utf8)
    for range in found.reversed() where range.upperBound <= marked.count {
      marked.insert(contentsOf: "\u{27E9}".utf8, at: range.upperBound)
      marked.insert(contentsOf: "\u{27E8}".utf8, at: range.lowerBound)
    }
    return String(decoding: marked, as: UTF8.self)
  }
}

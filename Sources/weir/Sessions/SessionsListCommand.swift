import ArgumentParser
import Conversation

/// `weir sessions list`: the kept conversations, pinned ones first, then the newest.
struct SessionsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the kept conversations, the newest first."
  )

  @Argument(help: "Words that the title, a tag, the preset or the preview holds.")
  var words: [String] = []

  @OptionGroup var options: SessionsListOptions

  func run() throws { try options.list(words: words) }
}

/// How a list of conversations is shown, and which ones it shows.
struct SessionsListOptions: ParsableArguments {
  @OptionGroup var selection: SessionsFilter

  @Option(help: "How many at most.")
  var limit = 100

  @Flag(help: "Print one JSON array.")
  var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit wants a number of at least 1.") }
  }

  func list(words: [String]) throws {
    var filter = selection.filter
    filter.text = words.joined(separator: " ")
    var found: [ConversationSummary] = []
    // One more than is shown tells whether there are more.
    try SessionsArchive().forEachSummary(filter, atMost: limit + 1) { found.append($0) }
    let shown = found.prefix(limit)
    if json {
      try StandardOutput.say(JSONValue.array(shown.map(\.json)).printableText)
    } else if shown.isEmpty {
      StandardError.write("weir: no conversations")
    } else {
      try StandardOutput.say(
        TextTable(rows: [ConversationSummary.headings] + shown.map(\.cells)).text
      )
      if found.count > limit {
        StandardError.write("weir: these are the first \(limit); --limit shows more")
      }
    }
  }
}

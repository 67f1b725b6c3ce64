import Archive
import ArgumentParser
import Conversation
import Workbench

/// `weir sessions stats`: how much the archive holds.
struct SessionsStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what the archive holds."
  )

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let sessions = SessionsArchive()
    let statistics = try sessions.answer(.statistics)
    let path = sessions.archive.path
    if json { return print(statistics.json(path: path).text) }
    var rows = [
      ["file", path], ["size", ByteCount.text(statistics.sizeInBytes)],
      [
        "conversations",
        "\(statistics.conversations), \(statistics.archivedConversations) archived",
      ],
      ["messages", "\(statistics.messages), and \(statistics.prunedMessages) pruned"],
      ["attachments", "\(statistics.attachments)"],
    ]
    if let oldest = statistics.oldest, let newest = statistics.newest {
      rows.append(["from", oldest.localText])
      rows.append(["to", newest.localText])
    }
    print(TextTable(rows: rows).text)
    guard !statistics.presets.isEmpty else { return }
    let presets = statistics.presets.map { preset in
      [preset.name, "\(preset.replies)", "\(preset.promptTokens)", "\(preset.completionTokens)"]
    }
    print()
    print(
      TextTable(rows: [["preset", "replies", "prompt tokens", "completion tokens"]] + presets).text
    )
  }
}

extension ArchiveStatistics {
  fileprivate func json(path: String) -> JSONValue {
    [
      "file": .string(path), "size_bytes": .integer(sizeInBytes),
      "conversations": .integer(conversations), "archived": .integer(archivedConversations),
      "messages": .integer(messages), "pruned": .integer(prunedMessages),
      "attachments": .integer(attachments), "oldest": oldest?.json ?? .null,
      "newest": newest?.json ?? .null,
      "presets": .array(
        presets.map { preset in
          [
            "preset": .string(preset.name), "replies": .integer(preset.replies),
            "prompt_tokens": .integer(preset.promptTokens),
            "completion_tokens": .integer(preset.completionTokens),
          ]
        }
      ),
    ]
  }
}

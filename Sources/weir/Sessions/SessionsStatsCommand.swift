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
    if json {
      try StandardOutput.say(statistics.json(path: path).printableText)
    } else {
      try StandardOutput.say(statistics.table(path: path))
    }
    guard statistics.isDamaged else { return }
    StandardError.write("weir: \(path) is damaged; not all of it could be counted")
    throw ExitStatus.failure.code
  }
}

extension ArchiveStatistics {
  fileprivate func table(path: String) -> String {
    func count(_ count: Int?) -> String { count.map { "\($0)" } ?? "?" }
    var rows = [
      ["file", path], ["size", ByteCount.text(sizeInBytes)],
      ["conversations", "\(count(conversations)), \(count(archivedConversations)) archived"],
      ["messages", "\(count(messages)), and \(count(prunedMessages)) pruned"],
      ["attachments", count(attachments)], ["recordings", recordingsText],
    ]
    if let oldest, let newest {
      rows.append(["from", oldest.localText])
      rows.append(["to", newest.localText])
    }
    let presets = presets.map { preset in
      [preset.name, "\(preset.replies)", "\(preset.promptTokens)", "\(preset.completionTokens)"]
    }
    let headings = ["preset", "replies", "prompt tokens", "completion tokens"]
    let tables = [rows] + (presets.isEmpty ? [] : [[headings] + presets])
    return tables.map { TextTable(rows: $0).text }.joined(separator: "\n\n")
  }

  /// "12, 3.4 MB of raw bytes, those of 2 dropped".
  private var recordingsText: String {
    guard let recordings, let droppedRecordings, let rawBytes else { return "?" }
    let kept = "\(recordings), \(ByteCount.text(rawBytes)) of raw bytes"
    return droppedRecordings == 0 ? kept : "\(kept), those of \(droppedRecordings) dropped"
  }

  fileprivate func json(path: String) -> JSONValue {
    [
      "file": .string(path), "size_bytes": .integer(sizeInBytes),
      "conversations": conversations.json, "archived": archivedConversations.json,
      "messages": messages.json, "pruned": prunedMessages.json,
      "attachments": attachments.json, "recordings": recordings.json,
      "dropped_recordings": droppedRecordings.json, "raw_bytes": rawBytes.json,
      "oldest": oldest?.json ?? .null,
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

extension Int? {
  fileprivate var json: JSONValue { map(JSONValue.integer) ?? .null }
}

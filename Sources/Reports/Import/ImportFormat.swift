import Conversation

/// A form of file from which conversations are taken.
package enum ImportFormat: String, Sendable, Hashable, CaseIterable {
  /// Our own lines of JSON.
  case jsonl
  /// Our own Markdown, or that of others with a heading for each who speaks.
  case markdown
  /// ChatGPT's `conversations.json`, whole or in parts.
  case chatGPT
  /// The database of the program `llm`, `logs.db`; the archive reads it, see ``LLMLogRow``.
  case llmLogs

  /// How many bytes tell what a file is.
  package static var bytesToDetect: Int { 65_536 }

  /// Tells the form by a file's first bytes, and by its name where they leave it open.
  package static func detect(
    firstBytes: some Collection<UInt8>,
    name: String
  ) throws(ImportError) -> ImportFormat {
    let bytes = Array(firstBytes)
    if bytes.starts(with: "SQLite format 3\0".utf8) { return .llmLogs }
    if let error = ImportError(firstBytes: bytes, name: name) { throw error }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = bytes[start...].drop { " \t\r\n".utf8.contains($0) }
    guard let first = text.first else { throw .empty(name) }
    if first == UInt8(ascii: "[") { return .chatGPT }
    if first == UInt8(ascii: "{") {
      let line = text.prefix { $0 != UInt8(ascii: "\n") }
      return line.contains("\"weir\"".utf8) ? .jsonl : .chatGPT
    }
    let lowercased = name.lowercased()
    if lowercased.hasSuffix(".jsonl") || lowercased.hasSuffix(".json") { throw .unknown(name) }
    return .markdown
  }
}

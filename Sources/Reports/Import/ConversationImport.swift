import Conversation
import Glibc

/// Takes conversations out of files; what was taken before a file turns out to be broken is kept.
package enum ConversationImport {
  /// Takes each conversation as soon as it is read; what it throws ends the import.
  package typealias Taking = (ImportedConversation) throws -> Void

  /// What a file held, all at once.
  package struct Result: Sendable, Hashable {
    package var conversations: [ImportedConversation] = []
    package var report = ImportReport()
  }

  /// Reads a file piece by piece: its largest conversation is in memory, never the whole, unless it is Markdown.
  ///
  /// The descriptor is read until its end, from where it stands, and a pipe will do. The name is for messages, and for
  /// a file whose first bytes leave open what it is. Throws ``ImportError`` where nothing can be taken from such a file,
  /// and what `take` throws.
  package static func read(
    descriptor: Int32,
    named name: String,
    format: ImportFormat? = nil,
    take: @escaping Taking
  ) throws -> ImportReport {
    let file = FilePieces(descriptor: descriptor, name: name)
    let start = try file.next(atLeast: ImportFormat.bytesToDetect)
    let format = try format ?? ImportFormat.detect(firstBytes: start, name: name)
    return try read(start, named: name, as: format, take: take) { try file.next(atLeast: 1) }
  }

  /// Reads what is in memory already.
  package static func read(
    _ bytes: [UInt8],
    named name: String,
    format: ImportFormat? = nil
  ) throws -> Result {
    var result = Result()
    let format = try format ?? ImportFormat.detect(firstBytes: bytes, name: name)
    let take: Taking = { result.conversations.append($0) }
    result.report = try read(bytes, named: name, as: format, take: take) { [] }
    return result
  }

  private static func read(
    _ start: [UInt8],
    named name: String,
    as format: ImportFormat,
    take: @escaping Taking,
    next: () throws -> [UInt8]
  ) throws -> ImportReport {
    switch format {
    case .jsonl: try pump(ConversationLinesReader(take: take), start, next)
    case .markdown: try pump(MarkdownReader(name: name, take: take), start, next)
    case .chatGPT: try pump(ChatGPTReader(take: take), start, next)
    case .llmLogs: throw ImportError.database(name)
    }
  }

  private static func pump<Reader: ImportReader & ~Copyable>(
    _ reader: consuming Reader,
    _ start: [UInt8],
    _ next: () throws -> [UInt8]
  ) throws -> ImportReport {
    var piece = start
    while !piece.isEmpty {
      try piece.withUnsafeBytes { try reader.feed($0) }
      piece = try next()
    }
    return try reader.finish()
  }
}

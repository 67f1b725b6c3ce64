import Archive
import Reports
import Workbench

/// Reads attachments of `llm`: what the database holds, else the file where that still is what was sent.
enum LLMLogAttachment {
  static var columns: [String] { ["id", "type", "path", "url", "content"] }

  static func read(_ row: ForeignRow) -> LLMLogRow.Attachment {
    let path = row.text("path")
    let content = row.bytes("content") ?? path.flatMap { file($0, digits: row.text("id") ?? "") }
    return LLMLogRow.Attachment(
      mediaType: row.text("type"),
      path: path,
      url: row.text("url"),
      content: content
    )
  }

  /// The bytes of a file whose SHA-256 is the attachment's id, as `llm` gives them.
  ///
  /// So a file that was changed since is not taken for what a model saw, and a database of someone else's cannot name
  /// any file of this machine that its maker does not know.
  private static func file(_ path: String, digits: String) -> [UInt8]? {
    let limit = AttachmentLimit.imageBytes
    guard path.hasPrefix("/"), let file = try? RegularFile.open(path), file.sizeInBytes <= limit,
      let bytes = try? file.read(upTo: limit), SHA256.digits(of: bytes) == digits
    else { return nil }
    return bytes
  }
}

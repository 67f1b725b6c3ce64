import Conversation
import GRDB

/// A file that went with a message, as a row of `attachment`.
enum AttachmentRow {
  static func write(
    _ file: AttachedFile,
    at place: Int,
    of message: Int64,
    in turn: WriteTurn
  ) throws {
    let (format, content) =
      switch file.content {
      case .text(let text): ("text", text)
      case .image(let format, let base64): (format.rawValue, base64)
      }
    try turn.run(
      "INSERT INTO attachment (message, place, name, size, format, content) VALUES (?, ?, ?, ?, ?, ?)",
      [message, place, file.name.column, file.sizeInBytes, format, content.column]
    )
  }

  static func file(of row: Row) -> AttachedFile {
    let content = row.text("content")
    let part = ImageFormat(rawValue: row.text("format")).map {
      MessagePart.image($0, base64: content)
    }
    return AttachedFile(
      name: row.text("name"),
      sizeInBytes: row.count("size"),
      content: part ?? .text(content)
    )
  }
}

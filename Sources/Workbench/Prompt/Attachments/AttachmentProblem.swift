/// Why a file cannot be attached.
package enum AttachmentProblem: Error, Sendable, Hashable {
  case missing
  case directory
  /// A pipe, a socket or a device, which might never end.
  case notAFile
  /// The system's own words.
  case unreadable(String)
  case binary
  case notUTF8
  /// The limit in bytes.
  case tooLarge(limit: Int)

  /// A word or two for a chip.
  package var mark: String {
    switch self {
    case .missing: "no such file"
    case .directory: "a directory"
    case .notAFile: "not a file"
    case .unreadable: "unreadable"
    case .binary: "binary"
    case .notUTF8: "not UTF-8"
    case .tooLarge(let limit): "over \(ByteCount.text(limit))"
    }
  }

  /// One sentence that says what to do.
  package func sentence(for name: String) -> String {
    switch self {
    case .missing: "there is no file \(name)"
    case .directory: "\(name) is a directory; name its files one by one"
    case .notAFile: "\(name) is a pipe, a socket or a device; save what it gives in a file first"
    case .unreadable(let reason): "\(name) cannot be read: \(reason)"
    case .binary: "\(name) is binary; text and images (png, jpeg, gif, webp) can be attached"
    case .notUTF8: "\(name) is not UTF-8; convert it first, with iconv for example"
    case .tooLarge(let limit):
      "\(name) is larger than \(ByteCount.text(limit)), the most that can be attached; cut it down"
    }
  }
}

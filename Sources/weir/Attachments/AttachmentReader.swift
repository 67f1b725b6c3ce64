import Conversation
import Workbench

/// Reads files that go with a message, and says what is wrong with those that cannot.
struct AttachmentReader: Sendable {
  /// What `~/` stands for.
  let home: String?

  /// The whole file, checked: an image, or UTF-8 without control bytes that no text has.
  func read(_ path: AttachmentPath) -> AttachmentReading {
    AttachmentReading(
      path,
      Result { () throws(AttachmentProblem) in
        let (file, name) = try open(path)
        let start = try file.read(upTo: 12)
        let format = ImageFormat(firstBytes: start)
        let limit = format == nil ? AttachmentLimit.textBytes : AttachmentLimit.imageBytes
        if file.sizeInBytes > limit { throw .tooLarge(limit: limit) }
        let bytes = start + (try file.read(upTo: limit + 1 - start.count))
        if bytes.count > limit { throw .tooLarge(limit: limit) }
        if format == nil { try check(bytes) }
        return AttachedFile(name: name, bytes: bytes)
      }
    )
  }

  /// What the file is, by its size and its first kilobytes.
  func glance(at path: AttachmentPath) -> AttachmentGlance {
    do throws(AttachmentProblem) {
      let (file, name) = try open(path)
      let start = try file.read(upTo: 8_192)
      let size = max(file.sizeInBytes, start.count)
      if let format = ImageFormat(firstBytes: start) {
        let limit = AttachmentLimit.imageBytes
        return size > limit
          ? .problem(.tooLarge(limit: limit)) : .image(format, name: name, sizeInBytes: size)
      }
      // A character may be cut at the end of what was read.
      let isWhole = start.count < 8_192
      try check(isWhole ? start : Array(start.dropLast(start.lengthOfLastCharacter)))
      let limit = AttachmentLimit.textBytes
      return size > limit ? .problem(.tooLarge(limit: limit)) : .text(name: name, sizeInBytes: size)
    } catch {
      return .problem(error)
    }
  }

  private func open(
    _ path: AttachmentPath
  ) throws(AttachmentProblem) -> (file: RegularFile, name: String) {
    var problem = AttachmentProblem.missing
    for name in path.candidates {
      do throws(AttachmentProblem) {
        return (try RegularFile.open(expanded(name)), name)
      } catch {
        if error != .missing { problem = error }
      }
    }
    throw problem
  }

  private func expanded(_ path: String) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  private func check(_ bytes: [UInt8]) throws(AttachmentProblem) {
    if bytes.contains(0) { throw .binary }
    if String(validating: bytes, as: UTF8.self) == nil { throw .notUTF8 }
  }
}

extension [UInt8] {
  /// How many bytes the last character has so far, where it is not plain ASCII.
  fileprivate var lengthOfLastCharacter: Int {
    let tail = suffix(4).reversed().prefix { $0 & 0xC0 == 0x80 }.count
    return (dropLast(tail).last ?? 0) >= 0xC0 ? tail + 1 : 0
  }
}

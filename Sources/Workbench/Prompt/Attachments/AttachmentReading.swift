import Conversation

/// What reading a file for a message gave.
package struct AttachmentReading: Sendable, Hashable {
  package var path: AttachmentPath
  package var result: Result<AttachedFile, AttachmentProblem>

  package init(_ path: AttachmentPath, _ result: Result<AttachedFile, AttachmentProblem>) {
    self.path = path
    self.result = result
  }

  /// What keeps the file from being attached.
  package var problem: AttachmentProblem? {
    if case .failure(let problem) = result { return problem }
    return nil
  }

  package var attachment: AttachedFile? { try? result.get() }
}

/// What a look at a file showed, before anything is sent.
package enum AttachmentGlance: Sendable, Hashable {
  /// The name is the path that led to the file.
  case text(name: String, sizeInBytes: Int)
  case image(ImageFormat, name: String, sizeInBytes: Int)
  case problem(AttachmentProblem)
}

/// How large files may be.
package enum AttachmentLimit {
  /// Texts that are larger together are sent only after a question.
  package static let unaskedBytes = 64_000
  package static let textBytes = 8_000_000
  package static let imageBytes = 20_000_000
}

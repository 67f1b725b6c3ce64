import Conversation
import Typeset

/// A file that the prompt names, as it stands on screen: its name and size, or what is wrong with it.
package struct AttachmentChip: Sendable, Hashable {
  package let text: String
  package let role: Role

  /// The files of a message that was sent, on one line; counted where they do not all fit.
  package static func line(of files: [AttachedFile], columns: Int) -> String {
    let names = files.map { file in
      if case .image(let format, _) = file.content {
        return "\(file.name) \(format.rawValue) \(ByteCount.text(file.sizeInBytes))"
      }
      return "\(file.name) \(ByteCount.text(file.sizeInBytes))"
    }
    let line = names.joined(separator: "  ")
    guard files.count > 1, CellWidth.columns(of: line) > columns else { return line }
    let size = ByteCount.text(files.reduce(0) { $0 + $1.sizeInBytes })
    return "\(files.count) files, \(size)"
  }

  init(_ path: AttachmentPath, _ glance: AttachmentGlance, takesImages: Bool) {
    switch glance {
    case .text(let name, let size):
      text = "@\(name) \(ByteCount.text(size))"
      role = size > AttachmentLimit.unaskedBytes ? .warning : .accent
    case .image(let format, let name, let size):
      let facts = "@\(name) \(format.rawValue) \(ByteCount.text(size))"
      text = takesImages ? facts : "\u{2717} \(facts), no images here"
      role = takesImages ? .accent : .error
    case .problem(.missing) where path.looksLikeMention:
      text = "@\(path.candidates.last ?? path.text) stays text"
      role = .muted
    case .problem(let problem):
      text = "\u{2717} @\(path.text) \(problem.mark)"
      role = .error
    }
  }
}

/// A file that the prompt names, as it stands on screen: its name and size, or what is wrong with it.
package struct AttachmentChip: Sendable, Hashable {
  package let text: String
  package let role: Role

  init(_ path: AttachmentPath, _ glance: AttachmentGlance, takesImages: Bool) {
    let name = "@" + path.text
    switch glance {
    case .text(let size):
      text = "\(name) \(ByteCount.text(size))"
      role = size > AttachmentLimit.unaskedBytes ? .warning : .accent
    case .image(let format, let size):
      let facts = "\(name) \(format.rawValue) \(ByteCount.text(size))"
      text = takesImages ? facts : "\u{2717} \(facts), no images here"
      role = takesImages ? .accent : .error
    case .problem(.missing) where path.looksLikeMention:
      text = "\(name) stays text"
      role = .muted
    case .problem(let problem):
      text = "\u{2717} \(name) \(problem.mark)"
      role = .error
    }
  }
}

/// Which file a word of the prompt means.
package struct AttachmentPath: Sendable, Hashable {
  /// As it was typed, without its quoting.
  package var text: String
  package var isQuoted: Bool

  package init(_ text: String, isQuoted: Bool = false) {
    self.text = text
    self.isQuoted = isQuoted
  }

  /// The paths to try, in this order: a word at the end of a sentence has its full stop with it.
  package var candidates: [String] {
    guard !isQuoted else { return [text] }
    let trimmed = text.reversed().drop { ".,;:!?)]}'\"".contains($0) }
    return trimmed.isEmpty || trimmed.count == text.count
      ? [text] : [text, String(trimmed.reversed())]
  }

  /// Whether it may be meant as no file at all, like `@alice`.
  ///
  /// Such a word stays text without a question when there is no file of that name.
  package var looksLikeMention: Bool {
    let name = candidates.last ?? text
    return !isQuoted && !name.contains { "/.~\\".contains($0) }
  }
}

extension AttachmentWord {
  package var target: AttachmentPath { AttachmentPath(path, isQuoted: isQuoted) }
}

/// The files that the prompt's text names, and what is known of them.
package struct PromptAttachments: Sendable {
  /// Each file once, in the order in which the text names them first.
  package private(set) var paths: [AttachmentPath] = []
  /// What a look at the files showed, where one has.
  package private(set) var glances: [AttachmentPath: AttachmentGlance] = [:]
  private var asked: Set<AttachmentPath> = []
  /// The word that is being typed, which is not judged yet.
  private var unfinished: AttachmentPath?
  private var scanned = (revision: -1, caret: TextBuffer.Position(line: 0, offset: 0))
  /// What was asked to be sent and waits for its files or for an answer.
  var delivery: PromptDelivery?
  /// Whether text with such words was pasted since the prompt was sent last.
  ///
  /// A paste may name a file of this machine without its reader seeing that, so what it names goes out only
  /// after a question.
  private(set) var holdsPasted = false
  private var lastReading = 0

  /// Takes note of text that was not typed, key by key.
  mutating func notePaste(_ text: String) {
    guard !holdsPasted, text.holdsAt else { return }
    holdsPasted = TextBuffer(text).lines.contains { !AttachmentWord.words(inLine: $0).isEmpty }
  }

  /// Begins anew, as after sending.
  mutating func forgetPastes() { holdsPasted = false }

  /// Waits for the files, in a reading of its own.
  mutating func beginReading(revision: Int) -> Int {
    lastReading += 1
    delivery = .reading(lastReading, revision: revision)
    return lastReading
  }

  /// Finds the words of the text; only when the text or the caret changed.
  ///
  /// - Returns: The files nobody has looked at yet.
  mutating func scan(_ editor: TextEditor) -> [AttachmentPath] {
    guard scanned != (editor.revision, editor.caret) else { return [] }
    scanned = (editor.revision, editor.caret)
    paths = []
    unfinished = nil
    for (number, line) in editor.buffer.lines.enumerated() where line.holdsAt {
      for word in AttachmentWord.words(inLine: line) where !word.path.isEmpty {
        let isTyped = number == editor.caret.line && word.range.upperBound == editor.caret.offset
        if isTyped { unfinished = word.target }
        if !paths.contains(word.target) { paths.append(word.target) }
      }
    }
    glances = glances.filter { paths.contains($0.key) }
    let unknown = paths.filter { !asked.contains($0) }
    asked = Set(paths)
    return unknown
  }

  /// Takes what a look showed; files that the text names no more are left out.
  mutating func note(_ seen: [AttachmentPath: AttachmentGlance]) {
    glances.merge(seen.filter { paths.contains($0.key) }) { $1 }
  }

  /// What is shown of the files: what is wrong first, then in their order.
  ///
  /// Images are marked as unfit where they cannot be sent at all.
  package func chips(takesImages: Bool) -> [AttachmentChip] {
    let chips = paths.compactMap { path -> AttachmentChip? in
      glances[path].flatMap { glance in
        if case .problem(.missing) = glance, path == unfinished { return nil }
        return AttachmentChip(path, glance, takesImages: takesImages)
      }
    }
    return chips.filter { $0.role == .error } + chips.filter { $0.role != .error }
  }
}

extension String {
  fileprivate var holdsAt: Bool { utf8.contains(UInt8(ascii: "@")) }
}

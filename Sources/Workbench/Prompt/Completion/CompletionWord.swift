/// The word before the caret, where it is one that can be completed.
struct CompletionWord: Sendable, Hashable {
  /// What the word is the beginning of.
  enum Kind: Sendable, Hashable {
    /// A command; the text is without its slash.
    case command
    case argument(SlashCommand.Argument)
    /// A file to attach; the text is its path, which may wait for its closing mark.
    case attachment(isQuoted: Bool)
    /// A path in the text.
    case path
  }

  /// Far into a line nobody types a command or a path.
  private static let mostBytes = 4_096

  let kind: Kind
  /// What has been typed of it.
  let text: String
  /// Where it begins, with its sign; it ends at the caret.
  let start: TextBuffer.Position

  /// `nil` where the caret is at no such word.
  init?(in editor: TextEditor) {
    let caret = editor.caret
    guard caret.offset <= Self.mostBytes else { return nil }
    let line = editor.buffer.text(in: TextBuffer.Position(line: caret.line, offset: 0)..<caret)
    if caret.line == 0, line.hasPrefix("/"), let word = Self.command(in: line) {
      self = word
      return
    }
    if let word = AttachmentWord.word(inLine: line, at: line.utf8.count) {
      self.init(
        .attachment(isQuoted: word.isQuoted && word.isOpen),
        word.path,
        caret.line,
        word.range.lowerBound
      )
      return
    }
    let start = line.lastIndex(where: \.isWhitespace).map(line.index(after:)) ?? line.startIndex
    guard line[start...].hasPrefix("/") else { return nil }
    self.init(.path, String(line[start...]), caret.line, line.utf8.distance(to: start))
  }

  private init(_ kind: Kind, _ text: String, _ line: Int, _ offset: Int) {
    self.kind = kind
    self.text = text
    start = TextBuffer.Position(line: line, offset: offset)
  }

  /// The command at the start of a prompt, or what follows it.
  private static func command(in line: String) -> CompletionWord? {
    let rest = line.dropFirst()
    guard let blank = rest.firstIndex(where: \.isWhitespace) else {
      return rest.contains("/") ? nil : CompletionWord(.command, String(rest), 0, 0)
    }
    guard let argument = SlashCommand(rawValue: String(rest[..<blank]))?.argument else {
      return nil
    }
    let value = rest[blank...].drop(while: \.isWhitespace)
    guard argument != .text else { return nil }
    // Names may hold blanks where only one can follow.
    guard argument == .presets || argument == .parameter else {
      return CompletionWord(
        .argument(argument),
        String(value),
        0,
        line.utf8.distance(to: value.startIndex)
      )
    }
    let last = value.lastIndex(where: \.isWhitespace).map(value.index(after:))
    if argument == .parameter, last != nil || value.contains("=") { return nil }
    let start = last ?? value.startIndex
    return CompletionWord(
      .argument(argument),
      String(value[start...]),
      0,
      line.utf8.distance(to: start)
    )
  }

  /// The look into the file system that completes it; `nil` where no file does.
  var query: FileQuery? {
    switch kind {
    case .command, .argument: nil
    case .attachment, .path: FileQuery(path: text)
    }
  }
}

extension String.UTF8View {
  fileprivate func distance(to index: Index) -> Int { distance(from: startIndex, to: index) }
}

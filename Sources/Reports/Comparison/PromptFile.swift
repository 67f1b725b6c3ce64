import Conversation
import JSON

/// Prompts from a file, one a line, read as they are asked for and never all at once.
///
/// A file whose first character is `{` holds objects, any other one texts; empty lines are passed over.
package struct PromptFile {
  private static let mostBytesOfLine = 16 << 20

  private let pieces: FilePieces
  private var cutter = LineCutter(mostBytes: PromptFile.mostBytesOfLine)
  private var read: [ComparisonPrompt] = []
  private var place = 0
  private var holdsObjects: Bool?
  private var isAtEnd = false
  private var isEmpty = true
  /// What is wrong behind the prompts that were read.
  private var problem: PromptFileError?

  /// - Parameters:
  ///   - descriptor: Stays open, and the caller's.
  ///   - name: What errors call it.
  package init(descriptor: Int32, name: String) {
    pieces = FilePieces(descriptor: descriptor, name: name)
  }

  /// What it is read from.
  package var descriptor: Int32 { pieces.descriptor }

  /// Whether ``next()`` reads nothing, so that it cannot have to wait for a pipe.
  package var isReady: Bool { place < read.count || isAtEnd || problem != nil }

  /// The next prompt; `nil` behind the last one.
  ///
  /// What stands before a mistake is given first.
  package mutating func next() throws(PromptFileError) -> ComparisonPrompt? {
    while !isReady { readMore() }
    guard place < read.count else {
      if let problem { throw problem }
      if isEmpty { throw .empty(pieces.name) }
      return nil
    }
    isEmpty = false
    place += 1
    return read[place - 1]
  }

  /// Reads once, which waits where nothing is there yet; only while ``isReady`` says no.
  package mutating func readMore() {
    read.removeAll(keepingCapacity: true)
    place = 0
    do throws(PromptFileError) { try readOnce() } catch { problem = error }
  }

  private mutating func readOnce() throws(PromptFileError) {
    let bytes: [UInt8]
    do throws(ImportError) {
      bytes = try pieces.next(atLeast: 1)
    } catch {
      if case .unreadable(let name, let code) = error { throw .unreadable(name, code) }
      throw .empty(pieces.name)
    }
    isAtEnd = bytes.isEmpty
    var lines: [Result<(text: String, number: Int), PromptFileError>] = []
    func keep(_ piece: PieceBuffer.Piece, _ number: Int) {
      switch piece {
      case .whole(let view):
        let text = String(validating: view, as: UTF8.self)
        lines.append(
          text.map { .success(($0, number)) } ?? .failure(.notUTF8(pieces.name, line: number))
        )
      case .tooLong: lines.append(.failure(.tooLong(pieces.name, line: number)))
      }
    }
    bytes.withUnsafeBytes { cutter.feed($0, take: keep) }
    if isAtEnd { cutter.finish(take: keep) }
    for line in lines {
      let (text, number) = try line.get()
      if let prompt = try prompt(from: text, line: number) { read.append(prompt) }
    }
  }

  private mutating func prompt(
    from line: String,
    line number: Int
  ) throws(PromptFileError) -> ComparisonPrompt? {
    var text = line[...]
    if number == 1, text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    if text.unicodeScalars.last == "\r" { text.unicodeScalars.removeLast() }
    guard let first = text.first(where: { !$0.isWhitespace }) else { return nil }
    let isObject = holdsObjects ?? (first == "{")
    holdsObjects = isObject
    guard isObject else { return ComparisonPrompt(String(text)) }
    guard let object = JSONValue(json: String(text))?.asObject else {
      throw .noObject(pieces.name, line: number)
    }
    return try PromptForm(object: object, file: pieces.name, line: number).prompt()
  }
}

/// One prompt as an object of a file.
private struct PromptForm {
  let object: JSONObject
  let file: String
  let line: Int

  func prompt() throws(PromptFileError) -> ComparisonPrompt {
    guard let text = object["prompt"]?.asText, text.contains(where: { !$0.isWhitespace }) else {
      throw .noPrompt(file, line: line)
    }
    var prompt = ComparisonPrompt(text)
    switch object["id"] {
    case .integer(let number)?: prompt.id = String(number)
    case .null?, nil: break
    case .string(let id)?: prompt.id = id
    default: throw wrong("id", "a text or a whole number")
    }
    prompt.system = try self.text("system")
    prompt.reference = try self.text("reference")
    prompt.expected = try texts("expect").filter { !$0.isEmpty }
    prompt.tags = try texts("tags")
    return prompt
  }

  private func text(_ name: String) throws(PromptFileError) -> String? {
    guard let value = object[name], value != .null else { return nil }
    guard let text = value.asText else { throw wrong(name, "a text") }
    return text
  }

  private func texts(_ name: String) throws(PromptFileError) -> [String] {
    switch object[name] {
    case nil, .null?: return []
    case .string(let text)?: return [text]
    case .array(let values)?:
      let texts = values.compactMap(\.asText)
      if texts.count == values.count { return texts }
    default: break
    }
    throw wrong(name, "a text or a list of texts")
  }

  private func wrong(_ name: String, _ expected: String) -> PromptFileError {
    .wrongMember(file, line: line, name: name, expected: expected)
  }
}

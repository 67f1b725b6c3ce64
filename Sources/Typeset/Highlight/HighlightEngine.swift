import CHighlight

/// One opened language.
///
/// A class because it owns a language of source-highlight. For the thread of its `Highlighter`.
final class HighlightEngine {
  private let language: OpaquePointer
  /// By the library's number of an element.
  private let roles: [CodeRole]

  /// Nil when the definition is missing or has a mistake.
  convenience init?(_ definition: CodeDefinition, libraryFolder: String) {
    switch definition {
    case .embedded(let text): try? self.init(text: text())
    case .library(let file):
      guard let language = chighlight_open(libraryFolder, file, nil, 0) else { return nil }
      self.init(language)
    }
  }

  /// - Throws: `DefinitionError` with the library's words when the text has a mistake.
  convenience init(text: [UInt8]) throws(DefinitionError) {
    var problem = [CChar](repeating: 0, count: 500)
    let language = text.withUnsafeBytes {
      chighlight_open_text($0.baseAddress, $0.count, &problem, problem.count)
    }
    guard let language else {
      let words = problem.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw DefinitionError(problem: String(decoding: words, as: UTF8.self))
    }
    self.init(language)
  }

  private init(_ language: OpaquePointer) {
    self.language = language
    roles = (0..<chighlight_element_count(language)).map {
      CodeRole(element: String(cString: chighlight_element_name(language, UInt32($0))))
    }
  }

  deinit {
    chighlight_close(language)
  }

  func colour(_ bytes: UnsafeBufferPointer<UInt8>, after state: LineState) -> ColouredLine {
    var number = state.number
    var pieces: UnsafePointer<chighlight_span>?
    var count = 0
    let outcome = bytes.withMemoryRebound(to: CChar.self) {
      chighlight_colour(language, $0.baseAddress, $0.count, &number, &pieces, &count)
    }
    guard outcome == CHIGHLIGHT_COLOURED else { return ColouredLine(spans: [], state: state) }
    let spans = spans(of: UnsafeBufferPointer(start: pieces, count: count), in: bytes)
    return ColouredLine(spans: spans, state: LineState(number: number))
  }

  /// Gives the pieces their roles, joins neighbours of one role, and leaves out what is plain.
  private func spans(
    of pieces: UnsafeBufferPointer<chighlight_span>,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> [CodeSpan] {
    var spans: [CodeSpan] = []
    var start = 0
    for piece in pieces {
      let end = endOfScalar(at: Int(piece.start + piece.length), in: bytes)
      let role = roles[Int(piece.element)]
      if role != .plain, start < end {
        if let last = spans.indices.last, spans[last].role == role, spans[last].end == start {
          spans[last].end = end
        } else {
          spans.append(CodeSpan(start: start, end: end, role: role))
        }
      }
      start = end
    }
    return spans
  }

  /// The library matches bytes, so that a piece may end within a scalar.
  private func endOfScalar(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}

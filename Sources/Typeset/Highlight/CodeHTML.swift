/// Code as HTML, its words in spans with the classes of their roles.
///
/// A class because it owns a ``Highlighter`` and counts the lines of a page. For one thread.
package final class CodeHTML {
  private let highlighter = Highlighter()
  /// Lines that may still be coloured: a page of endless code is written plainly below.
  private var linesLeft: Int

  package init(mostLines: Int = 50_000) {
    linesLeft = mostLines
  }

  /// What `class` says of a word of this role in a page; `nil` for plain ones.
  package static func name(of role: CodeRole) -> String? { role == .plain ? nil : "c-\(role)" }

  /// The lines in a `pre`; a language that is not known colours nothing.
  ///
  /// - Parameters:
  ///   - code: Untrusted, of any size.
  ///   - word: A fence's info word or a file's extension; empty for none.
  /// - Returns: One balanced element, with a line end.
  package func html(of code: String, named word: some StringProtocol) -> String {
    let info = word.isEmpty ? "" : " class=\"language-\(Self.escaped(String(word).utf8))\""
    let language = CodeLanguage(named: word)
    return
      "<pre><code\(info)>\(language.map { coloured(code, in: $0) } ?? Self.escaped(code.utf8))</code></pre>\n"
  }

  private func coloured(_ code: String, in language: CodeLanguage) -> String {
    var html = ""
    var state = LineState.fresh
    var isFirst = true
    for line in code.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !isFirst { html += "\n" }
      isFirst = false
      guard linesLeft > 0 else {
        html += Self.escaped(line)
        continue
      }
      linesLeft -= 1
      let bytes = Array(line)
      let coloured = bytes.withUnsafeBufferPointer {
        highlighter.colour($0, in: language, after: state)
      }
      state = coloured.state
      append(bytes, coloured.spans, to: &html)
    }
    return html
  }

  private func append(_ line: [UInt8], _ spans: [CodeSpan], to html: inout String) {
    var place = 0
    for span in spans where span.start >= place && span.end <= line.count {
      html += Self.escaped(line[place..<span.start])
      let words = Self.escaped(line[span.start..<span.end])
      html += Self.name(of: span.role).map { "<span class=\"\($0)\">\(words)</span>" } ?? words
      place = span.end
    }
    html += Self.escaped(line[place...])
  }

  /// As it stands between tags and in quotes; controls are replaced.
  private static func escaped(_ text: some Collection<UInt8>) -> String {
    var html = ""
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "\t", "\n": html.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): html += "\u{FFFD}"
      default: html.unicodeScalars.append(scalar)
      }
    }
    return html
  }
}

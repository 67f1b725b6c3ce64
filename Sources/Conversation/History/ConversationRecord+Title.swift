extension ConversationRecord {
  /// The first line of a text that says something, cut at a word where it is long; without what is not seen in a
  /// title, or turns what stands beside it around.
  package static func title(from text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    let line = lines.first { $0.contains { $0.isLetter || $0.isNumber } } ?? lines.first ?? ""
    let shown = line.unicodeScalars.filter { !$0.isDirectionMark }
    let words = String(String.UnicodeScalarView(shown)).split { sign in
      sign.isWhitespace
        || sign.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
    }
    var title = ""
    for word in words {
      let longer = title.isEmpty ? String(word) : title + " " + word
      guard longer.count <= 60 else {
        return (title.isEmpty ? String(word.prefix(59)) : title) + "\u{2026}"
      }
      title = longer
    }
    return title
  }
}

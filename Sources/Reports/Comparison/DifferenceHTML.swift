import Typeset

/// A text with marks where it differs from another one.
enum DifferenceHTML {
  /// The new text of a comparison, its own words marked, with a sign where words of the old one are missing and one where the two part.
  static func text(_ text: String, _ difference: TextDifference) -> String {
    var html = ""
    var hasParted = false
    for run in difference.runs {
      let words = HTMLText.escaped(String(decoding: text.utf8.slice(run.new), as: UTF8.self))
      if run.kind != .same, !hasParted {
        hasParted = true
        html += "<span class=\"part\">≠</span>"
      }
      switch run.kind {
      case .same: html += words
      case .changed, .onlyNew: html += "<mark>\(words)</mark>"
      case .onlyOld: html += "<span class=\"gone\"></span>"
      }
    }
    return html
  }
}

extension String.UTF8View {
  fileprivate func slice(_ range: Range<Int>) -> SubSequence {
    let start = index(startIndex, offsetBy: range.lowerBound)
    return self[start..<index(start, offsetBy: range.count)]
  }
}

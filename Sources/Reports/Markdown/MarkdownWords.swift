import Conversation

extension StoredMessage {
  /// Who speaks, for a heading.
  var speaker: String {
    switch role {
    case .user: return "You"
    case .note: return "Note"
    case .reply:
      guard let reply else { return "Reply" }
      let model = reply.reportedModel ?? reply.preset.model
      let names = [reply.preset.name, model].filter { !$0.isEmpty }.firstOfEach
      return names.isEmpty ? "Reply" : names.joined(separator: " · ").oneLine
    }
  }

  /// All texts that a file writes as they are.
  var allTexts: [String] {
    [content, reply?.reasoning ?? ""]
      + attachments.map { file in
        switch file.content {
        case .text(let text): text
        case .image: ""
        }
      }
  }
}

extension WallTime {
  /// The moment as it stands in a heading, after a dash; empty where it is not known.
  var headingText: String { shortText.isEmpty ? "" : ", \(shortText)" }
}

extension Ending {
  /// Why a reply is not whole; `nil` where it is.
  var problem: String? {
    switch self {
    case .finished(reason: "length"): "cut off: the limit of tokens was reached"
    case .finished: nil
    case .incomplete: "incomplete: the stream ended without an ending"
    case .cancelled: "stopped by the user"
    case .interrupted: "interrupted: weir ended before the reply did"
    case .failed(let error): "failed: \(error)"
    }
  }
}

extension String {
  /// The text with blanks in place of line ends and other controls, and without marks that would turn what follows it
  /// around.
  var oneLine: String {
    let scalars = unicodeScalars.filter { !$0.isDirectionMark }
    return String(String.UnicodeScalarView(scalars.map { $0.properties.isControl ? " " : $0 }))
  }

  /// The text on one line, with every sign that means something in Markdown escaped.
  var markdownLine: String {
    var text = ""
    for scalar in oneLine.unicodeScalars {
      if "\\`*_{}[]<>#|~!&$".unicodeScalars.contains(scalar) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool {
    generalCategory == .control || generalCategory == .lineSeparator
      || generalCategory == .paragraphSeparator
  }
}

extension [String] {
  /// The texts without empty ones and repetitions, in order.
  var firstOfEach: [String] {
    var known: Set<String> = []
    return filter { !$0.isEmpty && known.insert($0).inserted }
  }
}

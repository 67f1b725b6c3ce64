/// What the user says in one turn: a text and the files that go with it.
package struct UserMessage: Sendable, Hashable {
  package var text: String
  /// In the order in which the text names them.
  package var attachments: [AttachedFile]
  /// The first words of the replies to it; empty for none.
  package var prefill: String

  package init(_ text: String, attachments: [AttachedFile] = [], prefill: String = "") {
    self.text = text
    self.attachments = attachments
    self.prefill = prefill
  }

  package var hasImages: Bool { attachments.contains(where: \.isImage) }
}

extension Message {
  /// What is sent of the message: its text, then each file; texts that follow each other are one.
  package var parts: [MessagePart] {
    ([.text(content)] + attachments.flatMap(\.parts)).joiningTexts
  }

  /// What was sent as one text, for people.
  package var sentText: String {
    attachments.isEmpty ? content : content + "\n\n" + attachedText
  }

  /// The files as they were sent; an image's size stands in place of its bytes.
  package var attachedText: String {
    attachments.map { file in
      file.parts.map { part in
        switch part {
        case .text(let text): text
        case .image(let format, _): " [\(format.rawValue) image, \(file.sizeInBytes) bytes]"
        }
      }
      .joined()
    }
    .joined(separator: "\n\n")
  }
}

extension [MessagePart] {
  /// The parts with neighbouring texts joined, an empty line between them.
  package var joiningTexts: [MessagePart] {
    reduce(into: []) { parts, part in
      if case .text(let next) = part, case .text(let text)? = parts.last {
        parts[parts.count - 1] = .text(text + "\n\n" + next)
      } else {
        parts.append(part)
      }
    }
  }
}

extension UserMessage: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}

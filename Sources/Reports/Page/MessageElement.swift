import Conversation
import Typeset

/// A message on a page: who spoke and when, the words, the files, the figures.
struct MessageElement {
  private let message: StoredMessage
  /// "2 of 3"; `nil` where it has no siblings.
  private let place: String?
  private let code: CodeHTML

  init(_ message: StoredMessage, place: String?, code: CodeHTML) {
    self.message = message
    self.place = place
    self.code = code
  }

  var text: String {
    var text = "<section class=\"message \(message.role.rawValue)\" id=\"\(id)\">\n\(heading)"
    if let reasoning = message.reply?.reasoning, !reasoning.isEmpty {
      let html = MarkdownHTML.html(of: reasoning, id: id + "r", code: code)
      text += PageElement.folded("Reasoning", of: "reasoning", PageElement.text(html))
    }
    if message.role == .reply {
      text += PageElement.text(MarkdownHTML.html(of: message.content, id: id, code: code))
    } else {
      text += PageElement.plain(message.content)
    }
    for file in message.attachments { text += element(of: file) }
    if let reply = message.reply { text += appendix(of: reply) }
    return text + "</section>\n"
  }

  private var id: String { "m\(message.key.rawValue)" }

  private var heading: String {
    let about = [message.created.shortText, place ?? ""]
      .filter { !$0.isEmpty }
      .joined(separator: " · ")
    return """
      <h2>\(HTMLText.escaped(message.speaker.oneLine)) <span class="about">\(about)</span></h2>

      """
  }

  private func element(of file: AttachedFile) -> String {
    let caption = "\(file.name.oneLine), \(file.sizeInBytes) bytes"
    switch file.content {
    case .text(let text):
      let ending = file.name.split(separator: ".").dropFirst().last ?? ""
      return PageElement.folded(
        caption,
        of: "file",
        code.html(of: text, named: ending.isWord ? ending : "")
      )
    case .image(let format, let base64):
      guard base64.isBase64 else { return PageElement.line(caption, of: "problem") }
      return """
        <figure><img alt="\(HTMLText.escaped(file.name.oneLine))" src="data:\(format.mediaType);base64,\(base64)">
        <figcaption>\(HTMLText.escaped(caption))</figcaption></figure>

        """
    }
  }

  private func appendix(of reply: Reply) -> String {
    var text = ""
    if !reply.refusal.isEmpty {
      text += PageElement.line("Refused: \(reply.refusal)", of: "problem")
    }
    for call in reply.toolCalls {
      text += PageElement.line("Asked for the tool \(call.name):", of: "notice")
      text += code.html(of: call.arguments, named: "json")
    }
    for notice in reply.notices { text += PageElement.line(notice, of: "notice") }
    if let problem = reply.ending?.problem { text += PageElement.line(problem, of: "problem") }
    let figures = ReplyFigures(reply).text
    return figures.isEmpty ? text : text + PageElement.line(figures, of: "figures")
  }
}

extension Substring {
  fileprivate var isWord: Bool { allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
}

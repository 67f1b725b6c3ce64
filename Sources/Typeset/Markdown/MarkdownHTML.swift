import CMarkdown
import Glibc

/// Markdown as HTML in which nothing acts: no tags of the text's own, no address but of the web and of mail, nothing
/// that is loaded from elsewhere.
package enum MarkdownHTML {
  /// The elements of a text, for the body of a page; addresses that are not linked stand behind their words.
  ///
  /// - Parameters:
  ///   - text: Untrusted, of any size.
  ///   - id: Letters and digits before the names of footnotes, which differ from text to text of one page.
  ///   - code: Colours fenced code; `nil` leaves it plain.
  /// - Returns: Balanced elements; a text that is made to cost time is shown as it stands.
  package static func html(of text: String, id: String, code: CodeHTML? = nil) -> String {
    let bytes = text.utf8.map { $0 < 0x20 && !"\t\n\r".utf8.contains($0) ? UInt8(ascii: " ") : $0 }
    guard Floods.hidden(in: bytes[...]).elementsEqual(bytes), let tree = MarkdownTree(bytes) else {
      return plain(text)
    }
    for node in tree.root.inOrder {
      if node.kind == .codeBlock {
        if let code { node.colour(by: code) }
      } else {
        disarm(node)
      }
    }
    let options =
      CMARK_OPT_HARDBREAKS | CMARK_OPT_FOOTNOTES | CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES
    guard let html = cmark_render_html(tree.root.handle, options, nil) else { return plain(text) }
    defer { free(html) }
    return String(cString: html)
      .replacing("href=\"#fn", with: "href=\"#\(id)-fn")
      .replacing("id=\"fn", with: "id=\"\(id)-fn")
  }

  private static func plain(_ text: String) -> String {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return "<pre>\(escaped)</pre>\n"
  }

  private static func disarm(_ node: MarkdownNode) {
    switch node.kind {
    case .html: node.replace(by: [.text(node.literal)])
    case .htmlBlock: node.replace(by: [.paragraph(ofLines: node.literal)])
    case .link where !MarkdownAddress.isLinked(node.url): node.unwrap(naming: node.url)
    case .image where !MarkdownAddress.isImage(node.url):
      if MarkdownAddress.isLinked(node.url), !node.isInLink {
        node.becomeLink(to: node.url)
      } else {
        node.unwrap(naming: node.url)
      }
    default: break
    }
  }
}

/// Which addresses may stand in a page.
enum MarkdownAddress {
  static func isLinked(_ url: String) -> Bool {
    let lowercased = url.prefix(8).lowercased()
    return ["https://", "http://", "mailto:"].contains(where: lowercased.hasPrefix)
      && url.utf8.allSatisfy { $0 > 0x20 }
  }

  /// Whether it is an image that stands in the address itself.
  static func isImage(_ url: String) -> Bool {
    let types = ["png", "jpeg", "gif", "webp"].map { "data:image/\($0);base64," }
    guard let type = types.first(where: url.hasPrefix) else { return false }
    return url.dropFirst(type.count).utf8.allSatisfy { byte in
      Character(Unicode.Scalar(byte)).isLetter && byte < 0x80
        || Character(Unicode.Scalar(byte)).isNumber && byte < 0x80 || "+/=".utf8.contains(byte)
    }
  }
}

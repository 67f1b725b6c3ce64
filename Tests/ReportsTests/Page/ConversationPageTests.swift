import Conversation
import Support
import Testing
import Typeset

@testable import Reports

@Suite struct ConversationPageTests {
  private static func page(_ conversation: StoredConversation) -> String {
    let export = ConversationExport(format: .html)
    return export.opening + export.text(of: conversation) + export.closing
  }

  @Test func showsTheWholeConversation() {
    expectSnapshot(ConversationExport(format: .html).text(of: .sample), named: "sample")
  }

  @Test("is balanced and holds nothing that acts", arguments: Soak.seeds(60, whole: 6_000))
  func isInert(seed: UInt64) {
    var generator = RandomConversation(seed: seed)
    let page = Self.page(generator.next(messages: 9))
    let tags = HTMLTags(page)
    #expect(tags.unbalanced == [])
    let names: Set = [
      "html", "head", "meta", "title", "style", "body", "article", "header", "h1", "h2", "p",
      "span", "section", "div", "details", "summary", "pre", "code", "figure", "figcaption", "img",
      "em",
      "strong", "ul", "ol", "li", "a", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
      "input", "sup", "br", "hr", "del", "h3", "h4", "h5", "h6",
    ]
    #expect(tags.names.subtracting(names) == [])
    let addresses = tags.addresses.filter { address in
      !["#", "http://", "https://", "mailto:", "data:image/"].contains(where: address.hasPrefix)
    }
    #expect(addresses == [])
    #expect(tags.attributes.filter { $0.hasPrefix("on") } == [])
    #expect(!page.contains("hidden-word"))
  }

  @Test(
    "leaves the words of what it takes out",
    arguments: zip(
      [
        "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
        "![a](https://example.org/a.png)",
        "![a](data:image/svg+xml;base64,AAAA)", "[a](/etc/passwd)", "<div onclick='x'>\nb\n</div>",
        "![dot](data:image/gif;base64,R0lG)", "[![a](https://b.org/i.png)](https://c.org)",
        "<https://example.org/?a=1&b=\"2>",
      ],
      [
        "<p>&lt;img src=x onerror=alert(1)&gt;</p>\n", "<p>a (javascript:alert(1))</p>\n",
        "<p><a href=\"https://example.org/a.png\">a</a></p>\n",
        "<p>a (data:image/svg+xml;base64,AAAA)</p>\n", "<p>a (/etc/passwd)</p>\n",
        "<p>&lt;div onclick='x'&gt;<br />\nb<br />\n&lt;/div&gt;</p>\n",
        "<p><img src=\"data:image/gif;base64,R0lG\" alt=\"dot\" /></p>\n",
        "<p><a href=\"https://c.org\">a (https://b.org/i.png)</a></p>\n",
        "<p><a href=\"https://example.org/?a=1&amp;b=%222\">https://example.org/?a=1&amp;b=&quot;2</a></p>\n",
      ]
    )
  )
  func disarms(markdown: String, html: String) {
    #expect(MarkdownHTML.html(of: markdown, id: "m") == html)
  }
}

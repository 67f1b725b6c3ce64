import Testing

@testable import Conversation

@Suite struct AttachedFileTests {
  private static func text(_ name: String, _ content: String) -> AttachedFile {
    AttachedFile(name: name, sizeInBytes: content.utf8.count, content: .text(content))
  }

  private static let image = AttachedFile(
    name: "p.png",
    sizeInBytes: 3,
    content: .image(.png, base64: "AAAA")
  )

  @Test(
    "the fence is longer than any in the text",
    arguments: [
      ("", "```\n\n```"), ("a", "```\na\n```"), ("a\n", "```\na\n```"), ("`b`", "```\n`b`\n```"),
      ("```\nx\n```", "````\n```\nx\n```\n````"), ("``````", "```````\n``````\n```````"),
    ]
  )
  func fencesText(_ text: String, _ fenced: String) {
    #expect(text.fenced == fenced)
  }

  @Test func keepsAFileNameOnItsLine() {
    #expect(Self.text("a\n```", "x").parts == [.text("a\u{FFFD}```:\n```\nx\n```")])
  }

  @Test func sendsTextsTogetherAndImagesApart() {
    var tree = MessageTree()
    let files = [Self.text("a", "1"), Self.image, Self.text("b", "2")]
    let id = tree.addUserMessage(UserMessage("see", attachments: files), under: nil)
    #expect(
      tree.chatMessages(to: id, system: nil) == [
        ChatMessage(
          role: .user,
          parts: [
            .text("see\n\na:\n```\n1\n```\n\np.png:"), .image(.png, base64: "AAAA"),
            .text("b:\n```\n2\n```"),
          ]
        )
      ]
    )
    #expect(tree[id].content == "see")
    #expect(
      tree[id].sentText
        == "see\n\na:\n```\n1\n```\n\np.png: [png image, 3 bytes]\n\nb:\n```\n2\n```"
    )
    #expect(tree.hasImages(on: [id]))
  }

  @Test func staysAPlainStringWithTextsOnly() {
    var tree = MessageTree()
    let said = UserMessage("see", attachments: [Self.text("a", "1")])
    let id = tree.addUserMessage(said, under: nil)
    #expect(
      tree.chatMessages(to: id, system: nil)
        == [ChatMessage(role: .user, content: "see\n\na:\n```\n1\n```")]
    )
    #expect(!tree.hasImages(on: [id]))
  }

  @Test(
    "knows images by their first bytes",
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
      ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
      (Array("GIF87a".utf8), .gif), (Array("GIF89a;".utf8), .gif),
      (Array("RIFF1234WEBPVP8".utf8), .webp),
      (Array("RIFF1234WAVE".utf8), nil), (Array("GIF88a".utf8), nil), ([0x89, 0x50], nil),
      ([], nil),
    ] as [([UInt8], ImageFormat?)]
  )
  func knowsImages(_ bytes: [UInt8], _ format: ImageFormat?) {
    #expect(ImageFormat(firstBytes: bytes) == format)
  }

  @Test(
    "writes Base64",
    arguments: zip(
      ["", "f", "fo", "foo", "foob", "fooba", "foobar"],
      ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]
    )
  )
  func writesBase64(_ text: String, _ base64: String) {
    #expect(Base64.text(of: Array(text.utf8)) == base64)
  }

  @Test func writesEveryDigitOfBase64() {
    let bytes = (0..<64).map { UInt8($0) }.chunkedAsSixBits
    #expect(
      Base64.text(of: bytes) == "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    )
  }
}

extension [UInt8] {
  /// Six bits of each, four to three bytes.
  fileprivate var chunkedAsSixBits: [UInt8] {
    stride(from: 0, to: count, by: 4).flatMap { start in
      let bits = self[start..<start + 4].reduce(0) { $0 << 6 | Int($1) }
      return [UInt8(bits >> 16), UInt8(bits >> 8 & 255), UInt8(bits & 255)]
    }
  }
}

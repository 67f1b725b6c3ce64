import Broker
import Conversation
import Testing

@Suite struct CurlCommandTests {
  private static let messages = [ChatMessage(role: .user, content: "it's\n$HOME")]

  private static func preset(_ change: (inout Preset) -> Void = { _ in }) -> Preset {
    var preset = Preset(name: "p", endpoint: Endpoint(name: "e", url: "https://h/v1"), model: "m")
    preset.endpoint.streamUsage = .off
    change(&preset)
    return preset
  }

  private static func command(_ change: (inout Preset) -> Void = { _ in }) -> [String] {
    let description = CurlCommand.description(of: preset(change), messages)
    return description?.command.split(separator: "\n").map(String.init) ?? []
  }

  @Test func quotesTheBodyForTheShell() {
    #expect(
      Self.command() == [
        "curl -N 'https://h/v1/chat/completions' \\",
        "  -H 'Content-Type: application/json' \\",
        "  -H 'User-Agent: weir' \\",
        #"  --data-raw '{"model":"m","messages":[{"role":"user","content":"it'\''s\n$HOME"}],"#
          + #""stream":true,"temperature":0.2}'"#,
      ]
    )
  }

  @Test("quotes what a mark combines with", arguments: ["it'\u{301}s", "'\u{20E0}", "'\u{200D}'"])
  func quotes(_ text: String) {
    let messages = [ChatMessage(role: .user, content: text)]
    let command = CurlCommand.description(of: Self.preset(), messages)?.command ?? ""
    let body = command.split(separator: "--data-raw ").last.map { Array($0.utf8) } ?? []
    let quotes = body.count { $0 == UInt8(ascii: "'") }
    let backslashes = body.count { $0 == UInt8(ascii: "\\") }
    // Two around it all, and four bytes for each inside.
    #expect(quotes == 2 + 3 * text.unicodeScalars.count { $0 == "'" })
    #expect(backslashes == text.unicodeScalars.count { $0 == "'" })
  }

  @Test func quotesHeadersThatAMarkCombinesWith() {
    let lines = Self.command { preset in
      preset.endpoint.headers = [Header(name: "X`\u{301}", value: .environment("B"))]
    }
    #expect(lines.contains { Array($0.utf8) == Array("  -H \"X\\`\u{301}: $B\" \\".utf8) })
  }

  @Test(
    "names where the key comes from, and never the key",
    arguments: [
      (KeySource.environment("OPENROUTER_API_KEY"), "$OPENROUTER_API_KEY"),
      (.environment("a;rm b"), Masking.mask), (.environment("9A"), Masking.mask),
      (.file("/it's/key"), #"$(cat '/it'\''s/key')"#), (.command("pass show key"), Masking.mask),
    ]
  )
  func names(_ source: KeySource, _ shown: String) {
    let lines = Self.command { $0.endpoint.key = source }
    #expect(lines.contains(#"  -H "Authorization: Bearer \#(shown)" \"#))
  }

  @Test func masksHeadersQueryAndWhatLooksLikeASecretInExtra() {
    let lines = Self.command { preset in
      preset.endpoint.url = "https://me:pass@h/v1?api-version=2&code=abc"
      preset.endpoint.headers = [
        Header(name: "X-A", value: .literal("secret")),
        Header(name: "X`B$", value: .environment("B")),
      ]
      preset.extra = JSONObject([("api_key", "secret"), ("top_a", 1)])
    }
    #expect(lines.first == "curl -N 'https://•••@h/v1/chat/completions?api-version=2&code=•••' \\")
    #expect(lines.contains(#"  -H "X-A: •••" \"#))
    #expect(lines.contains(#"  -H "X\`B\$: $B" \"#))
    #expect(lines.last?.hasSuffix(#""api_key":"•••","top_a":1}'"#) == true)
  }

  @Test func connectsAsTheEndpointSays() {
    let lines = Self.command { preset in
      preset.endpoint.unixSocket = "/run/a b.sock"
      preset.endpoint.caFile = "/etc/ca.pem"
    }
    #expect(
      Array(lines[1...2]) == ["  --unix-socket '/run/a b.sock' \\", "  --cacert '/etc/ca.pem' \\"]
    )
  }

  @Test func cutsShortOnlyWhatIsLookedAt() {
    let image = String(repeating: "A", count: 5_000)
    let text = String(repeating: "é", count: 2_500)
    let messages = [ChatMessage(role: .user, parts: [.text(text), .image(.png, base64: image)])]
    let description = CurlCommand.description(of: Self.preset(), messages)
    #expect(description?.command.contains(image) == true)
    #expect(description?.command.contains(text) == true)
    let start = String(repeating: "é", count: 2_000)
    #expect(description?.shown.contains("\"\(start)\u{2026} (1000 bytes more)\"") == true)
    #expect(
      description?.shown.contains("base64,\(image.prefix(40))\u{2026} (4960 bytes more)") == true
    )
  }

  @Test func isNoneWhereTheURLIsNone() {
    #expect(CurlCommand.description(of: Self.preset { $0.endpoint.url = "" }, []) == nil)
  }
}

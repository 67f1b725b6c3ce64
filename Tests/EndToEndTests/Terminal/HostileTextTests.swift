import Support
import Testing

/// What a server sends is text, and never reaches the terminal as anything else.
@Suite(.serialized, .timeLimit(.minutes(2))) struct HostileTextTests {
  /// As JSON: OSC 52, a title, a print-out, questions, C1, DEL, bidi, tags, zero width in front.
  private static let attack =
    #"\u001b]52;c;cHduZWQ=\u0007\u001b]0;pwned\u001b\\\u001b[5i\u001b[21t\u001b[6n\u001bPq\u001b\\"#
    + #"\u0007\u0005\u000e\u0000\u007f\u009b5i\u009d0;pwned\u009c\u0090q\u009c"#
    + #"\u202e\u2066\u200f\u061c\udb40\udc41\u200b\u0301"#

  /// What may not be in the output in any form: the C1 controls, bidi controls, tags, as UTF-8.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private func expectNothingSlippedThrough(_ bytes: [UInt8]) {
    let sequences = EscapeSequences(bytes)
    // The window's title begins in weir's own words; what is said stands in it as everywhere else.
    let others = sequences.commands.filter { !$0.hasPrefix("2;weir: local") }
    #expect(Set(others) == ["11;?"])
    #expect(sequences.commands.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } })
    #expect(sequences.others.isSubset(of: ["\\", ">", "=", "M", "7", "8"]))
    #expect(sequences.bare.isSubset(of: [0x08, 0x09, 0x0A, 0x0D]))
    // The title is put aside once, by weir itself.
    let controls = sequences.controls.filter { $0 != "22;0t" }
    #expect(sequences.controls.count == controls.count + 1)
    let finals = Set(controls.compactMap(\.last))
    #expect(finals.isDisjoint(with: ["i", "t", "n"]))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.unicodeScalars.filter(Self.isForbidden) == [])
  }

  private func ask(_ script: [LoopbackServer.Step], waitFor end: String) async throws -> [UInt8] {
    let server = LoopbackServer(script)
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send("hello" + Typed.enter)
    try await weir.waitFor(end)
    // Shows the reasoning too, and the names in the picker.
    weir.send(Typed.tab + "Z" + Typed.f2)
    try await weir.waitFor("presets and models")
    return weir.received
  }

  @Test func inAStream() async throws {
    let attack = Self.attack
    let chunks = [
      #"{"model":"model\#(attack)","choices":[{"delta":{"reasoning_content":"why\#(attack)"}}]}"#,
      #"{"choices":[{"delta":{"content":"\#(attack)"}}]}"#,
      #"{"choices":[{"delta":{"content":"so\#(attack)","refusal":"no\#(attack)"}}]}"#,
      #"{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"f\#(attack)","arguments":"g\#(attack)"}}]}}]}"#,
      #"{"choices":[{"delta":{"content":" the end"},"finish_reason":"stop\#(attack)"}]}"#,
    ]
    let answer = LoopbackAnswer.stream(chunks + ["[DONE]"])
    let script: [LoopbackServer.Step] = [.request, .send(Array(answer.utf8))]
    let bytes = try await ask(script, waitFor: "the end")
    expectNothingSlippedThrough(bytes)
    // Not swallowed either: the person sees what was tried.
    #expect(String(decoding: bytes, as: UTF8.self).contains("␛]0;pwned"))
  }

  @Test func inAnErrorEnvelope() async throws {
    let body = #"{"error":{"message":"refused\#(Self.attack) the end"}}"#
    let answer = LoopbackAnswer.http10("400 Bad Request", body: body)
    let script: [LoopbackServer.Step] = [.request, .send(Array(answer.utf8))]
    expectNothingSlippedThrough(try await ask(script, waitFor: "✗ api error"))
  }

  @Test func inARawErrorBody() async throws {
    let raw: [UInt8] =
      Array("refused\u{1B}]0;pwned\u{7}\u{1B}[5i\u{9B}5i\u{202E}".utf8) + [0x9B, 0x35, 0x69]
    let head = LoopbackAnswer.http10("500 \u{1B}]0;pwned\u{7}", type: "text/plain", body: "")
    let script: [LoopbackServer.Step] = [.request, .send(Array(head.utf8) + raw)]
    expectNothingSlippedThrough(try await ask(script, waitFor: "✗ api error"))
  }

  @Test func inTextThatIsNoStream() async throws {
    let head = LoopbackAnswer.http10(type: "text/plain", body: "what\u{1B}]0;pwned\u{7}\u{9B}5i\n")
    let script: [LoopbackServer.Step] = [.request, .send(Array(head.utf8))]
    expectNothingSlippedThrough(try await ask(script, waitFor: "✗ decode error"))
  }

  @Test func inAPaste() async throws {
    let server = LoopbackServer(Answers.whole("an answer"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send(Typed.paste("pasted\u{1B}]0;pwned\u{7}\u{9B}5i\u{202E}\u{E0041} text"))
    try await weir.waitFor(" text")
    weir.send(Typed.enter)
    try await weir.waitFor("an answer")
    expectNothingSlippedThrough(weir.received)
  }
}

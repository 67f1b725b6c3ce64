import Support
import Testing

/// A key goes to its endpoint and nowhere else.
@Suite(.serialized, .timeLimit(.minutes(2))) struct SecretTests {
  private static let key = "sk-0f4d5a1e-never-shown"

  @Test func aKeyIsSentAndNeverShownOrLogged() async throws {
    // A server that quotes the key, as some do when they refuse it.
    let refusal = LoopbackAnswer.http10(
      "401 Unauthorized",
      body: #"{"error":{"message":"Incorrect API key provided: \#(Self.key)."}}"#
    )
    let server = LoopbackServer([.request, .send(Array(refusal.utf8))], Answers.whole("an answer"))
    let home = try Home()
    try home.configure(
      """
      [preset.local]
      url = "\(server.url)"
      model = "m"
      key_env = "LOCAL_KEY"
      headers = { X-Token = "env:LOCAL_KEY" }
      """
    )
    let weir = try await home.openAndWait(environment: ["LOCAL_KEY": Self.key])
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("✗ api error")
    weir.send(Typed.f5)
    try await weir.waitFor("an answer")
    weir.send(Typed.f2)
    try await weir.waitFor("presets and models")
    weir.send(Typed.escape)
    weir.signal(15)
    #expect(try await weir.waitForExit() == .exited(0))

    #expect(server.requests.first?.contains("Authorization: Bearer \(Self.key)") == true)
    #expect(!String(decoding: weir.received, as: UTF8.self).contains(Self.key))
    let leaks = try home.entries().filter { home.contents(of: $0)?.contains(Self.key) == true }
    #expect(leaks == [])
    #expect(home.contents(of: "state/weir/weir.log") != nil)
  }
}

import Conversation
import Testing

@Suite struct PresetJSONTests {
  @Test(
    "keeps no secret of a preset's",
    arguments: [
      "https://user:s3cret@a.example/v1", "https://a.example/v1?key=s3cret&api-version=2",
      "https://a.example/v1?s3cret=s3cret",
    ]
  )
  func masksSecrets(url: String) {
    var endpoint = Endpoint(name: "e", url: url, key: .command("echo s3cret"))
    endpoint.headers = [Header(name: "X-Key", value: .literal("s3cret"))]
    let text = Preset(name: "p", endpoint: endpoint, model: "m").json.text
    let secrets = text.split(separator: "s3cret", omittingEmptySubsequences: false).count - 1
    #expect(secrets == (url.hasSuffix("s3cret=s3cret") ? 1 : 0))
  }

  @Test func keepsWhereAKeyComesFrom() {
    var endpoint = Endpoint(name: "e", url: "http://a", key: .environment("A_KEY"))
    endpoint.headers = [Header(name: "X-Key", value: .environment("B_KEY"))]
    let preset = Preset(name: "p", endpoint: endpoint, model: "m")
    #expect(Preset(json: preset.json) == preset)
  }
}

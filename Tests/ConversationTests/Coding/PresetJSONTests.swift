import Conversation
import Testing

@Suite struct PresetJSONTests {
  @Test(
    "keeps no secret of a preset's",
    arguments: [
      "https://user:s3cret@a.example/v1", "https://a.example/v1?key=s3cret&api-version=2",
      "https://a.example/v1?s3cret=s3cret", "https://a.example/v1?s3cret",
      "https://a/v1?a=b&s3cret",
    ]
  )
  func masksSecrets(url: String) {
    var endpoint = Endpoint(name: "e", url: url, key: .command("echo s3cret"))
    endpoint.headers = [Header(name: "X-Key", value: .literal("s3cret"))]
    var preset = Preset(name: "p", endpoint: endpoint, model: "m")
    preset.extra = JSONObject([("plugins", ["api_key": "s3cret"]), ("top_a", 1)])
    let text = preset.json.text
    let secrets = text.split(separator: "s3cret", omittingEmptySubsequences: false).count - 1
    #expect(secrets == (url.hasSuffix("s3cret=s3cret") ? 1 : 0))
  }

  @Test func keepsWhereAKeyComesFrom() {
    var endpoint = Endpoint(name: "e", url: "http://a", key: .environment("A_KEY"))
    endpoint.headers = [Header(name: "X-Key", value: .environment("B_KEY"))]
    let preset = Preset(name: "p", endpoint: endpoint, model: "m")
    #expect(Preset(json: preset.json) == preset)
  }

  @Test func keepsWhatWasKnownOfTheServer() {
    var endpoint = Endpoint(name: "e", url: "http://a")
    endpoint.prefill = .message
    endpoint.reportsPrefill = true
    let preset = Preset(name: "p", endpoint: endpoint, model: "m")
    #expect(Preset(json: preset.json) == preset)
  }
}

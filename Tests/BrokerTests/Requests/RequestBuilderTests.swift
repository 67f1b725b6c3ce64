import Conversation
import Testing

@testable import Broker

@Suite struct RequestBuilderTests {
  private static let messages = [
    ChatMessage(role: .system, content: "Be brief."), ChatMessage(role: .user, content: "Hi"),
  ]

  private static func body(
    _ preset: Preset,
    messages: [ChatMessage] = messages,
    delivery: RequestBuilder.Delivery = .streamed,
    usage: RequestBuilder.UsageRequest = .notAsked
  ) throws -> String {
    let builder = RequestBuilder(endpoint: preset.endpoint, credentials: Credentials())
    let request = try builder.chat(preset, messages, delivery: delivery, usage: usage)
    return String(decoding: request.body ?? [], as: UTF8.self)
  }

  private static let opening =
    #"{"model":"m","messages":[{"role":"system","content":"Be brief."},"#
    + #"{"role":"user","content":"Hi"}],"stream":true"#

  @Test func sendsTheDefaultTemperature() throws {
    #expect(try Self.body(.probing("http://h")) == Self.opening + #","temperature":0.2}"#)
  }

  @Test func sendsParametersInTheirOrderAndStreamOptionsBehindThem() throws {
    var preset = Preset.probing("http://h")
    preset.parameters = [
      .logProbs: 3, .seed: 7, .maxTokens: 16, .temperature: 0.0, .stop: ["END"], .topP: 0.9,
    ]
    #expect(
      try Self.body(preset, usage: .asked) == Self.opening
        + #","temperature":0.0,"top_p":0.9,"max_tokens":16,"seed":7,"stop":["END"],"#
        + #""logprobs":true,"top_logprobs":3,"stream_options":{"include_usage":true}}"#
    )
  }

  @Test func neverAsksAWholeAnswerForStreamOptions() throws {
    let body = try Self.body(.probing("http://h"), delivery: .whole, usage: .asked)
    #expect(
      body
        == Self.opening.replacing(#""stream":true"#, with: #""stream":false"#)
        + #","temperature":0.2}"#
    )
  }

  @Test func asksForProgressWhereTheServerIsKnownToReportIt() throws {
    var preset = Preset.probing("http://h")
    preset.endpoint.reportsPrefill = true
    let body = try Self.body(preset)
    #expect(body == Self.opening + #","temperature":0.2,"return_progress":true}"#)
    #expect(try !Self.body(preset, delivery: .whole).contains("return_progress"))
    preset.omit = ["return_progress"]
    #expect(try Self.body(preset) == Self.opening + #","temperature":0.2}"#)
  }

  @Test func sendsImagesAsPartsAndTextAlone() throws {
    let preset = Preset.probing("http://h")
    let messages = [
      ChatMessage(role: .system, content: "s"),
      ChatMessage(
        role: .user,
        parts: [.text("a \"b\""), .image(.jpeg, base64: "/9j/"), .image(.webp, base64: "UklG")]
      ),
      ChatMessage(role: .user, parts: [.image(.png, base64: "iVBO")]),
    ]
    let request = try RequestBuilder(endpoint: preset.endpoint, credentials: Credentials())
      .chat(preset, messages, delivery: .whole, usage: .notAsked)
    #expect(
      String(decoding: request.body ?? [], as: UTF8.self)
        == #"{"model":"m","messages":[{"role":"system","content":"s"},{"role":"user","content":["#
        + #"{"type":"text","text":"a \"b\""},"#
        + #"{"type":"image_url","image_url":{"url":"data:image/jpeg;base64,/9j/"}},"#
        + #"{"type":"image_url","image_url":{"url":"data:image/webp;base64,UklG"}}]},"#
        + #"{"role":"user","content":["#
        + #"{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO"}}]}],"#
        + #""stream":false,"temperature":0.2}"#
    )
  }

  @Test func omitsRenamesAndMergesExtraLast() throws {
    var preset = Preset.probing("http://h")
    preset.parameters = [.maxTokens: 16, .topP: 0.5]
    preset.omit = ["temperature"]
    preset.rename = ["max_tokens": "max_completion_tokens"]
    preset.extra = JSONObject([
      ("top_p", 0.7), ("reasoning", ["effort": "low"]), ("stream_options", ["x": 1]),
    ])
    #expect(
      try Self.body(preset, usage: .asked) == Self.opening
        + #","top_p":0.7,"max_completion_tokens":16,"#
        + #""stream_options":{"include_usage":true,"x":1},"reasoning":{"effort":"low"}}"#
    )
  }

  @Test func sendsTheKeyAndTheEndpointsHeaders() throws {
    let endpoint = Endpoint(name: "box", url: "https://h/v1")
    let credentials = Credentials(
      key: "k",
      headers: [
        HTTPRequest.Field("user-agent", "mine"), HTTPRequest.Field("api-key", "long-enough"),
      ]
    )
    let preset = Preset(name: "p", endpoint: endpoint, model: "m")
    var request = try RequestBuilder(endpoint: endpoint, credentials: credentials)
      .chat(preset, [], delivery: .streamed, usage: .notAsked)
    request.body = nil
    #expect(
      request
        == HTTPRequest(
          url: "https://h/v1/chat/completions",
          headers: [
            HTTPRequest.Field("Content-Type", "application/json"),
            HTTPRequest.Field("Authorization", "Bearer k"),
            HTTPRequest.Field("user-agent", "mine"), HTTPRequest.Field("api-key", "long-enough"),
          ],
          body: nil,
          keys: ["k", "long-enough"],
          secrets: ["k", "long-enough"],
          plainURL: "https://h/v1/chat/completions"
        )
    )
  }

  @Test(
    "gives the first words of the reply as the endpoint takes them",
    arguments: [
      (PrefillForm.message, #"{"role":"assistant","content":"Sure"}],"stream":true"#),
      (.prefix, #"{"role":"assistant","content":"Sure","prefix":true}],"stream":true"#),
      (
        .continueFinal,
        #"{"role":"assistant","content":"Sure"}],"stream":true,"#
          + #""continue_final_message":true,"add_generation_prompt":false"#
      ),
    ]
  )
  func prefills(_ form: PrefillForm, _ expected: String) throws {
    var preset = Preset.probing("http://h")
    preset.endpoint.prefill = form
    let messages = [
      ChatMessage(role: .user, content: "Hi"), ChatMessage(role: .assistant, content: "Sure"),
    ]
    let body = try Self.body(preset, messages: messages)
    #expect(
      body == #"{"model":"m","messages":[{"role":"user","content":"Hi"},"# + expected
        + #","temperature":0.2}"#
    )
    // Nothing else tells a request apart that has no first words.
    preset.endpoint.prefill = nil
    let plain = try Self.body(preset)
    preset.endpoint.prefill = form
    #expect(try Self.body(preset) == plain)
  }

  @Test func sendsReasoningBackBesideItsContent() throws {
    var answer = ChatMessage(role: .assistant, content: "Sure")
    answer.reasoning = "hm"
    let body = try Self.body(
      .probing("http://h"),
      messages: [answer, ChatMessage(role: .user, content: "Hi")]
    )
    #expect(
      body
        == #"{"model":"m","messages":[{"role":"assistant","content":"Sure","reasoning_content":"hm"},"#
        + #"{"role":"user","content":"Hi"}],"stream":true,"temperature":0.2}"#
    )
  }

  @Test("refuses what is no http address", arguments: ["ftp://h", "h:8080/v1", "http://", ""])
  func refuses(_ url: String) {
    let error = ReplyError(
      kind: .transport,
      source: "box",
      problem: "its url is no http:// or https:// address; correct url in the configuration"
    )
    #expect(throws: error) { try Self.body(.probing(url)) }
  }
}

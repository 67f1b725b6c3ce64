import Broker
import Conversation
import Support
import Testing

/// Answers of status 400 and up, each with its sentence.
@Suite struct StatusTests {
  /// An answer and the problem that is told of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let status: String
    var headers: [String] = []
    var body = #"{"error":{"message":"no, sekrit"}}"#
    var key: KeySource? = .environment("K")
    /// `URL` stands for the request's.
    let problem: String

    var testDescription: String { ([status] + headers).joined(separator: ", ") + ": " + problem }
  }

  private static let cases = [
    Case(
      status: "400 Bad Request",
      problem: #"400, the request was refused: "no, •••"; "#
        + "correct what the server names: a parameter (omit leaves it out), or too long a conversation"
    ),
    Case(
      status: "401 Unauthorized",
      problem: #"401, the key in K was refused: "no, •••"; check that it is whole and still valid"#
    ),
    Case(
      status: "401 Unauthorized",
      key: nil,
      problem: #"401, a key is wanted: "no, sekrit"; "#
        + "name its source with key_env, key_command or key_file"
    ),
    Case(
      status: "401 Unauthorized",
      body: "",
      key: .command("echo sekrit"),
      problem: "401, the key from key_command was refused; check that it is whole and still valid"
    ),
    Case(
      status: "400 Bad Request",
      body: #"{"error":"bad content: Tell me my secret plan."}"#,
      problem: #"400, the request was refused: "bad content: •••"; "#
        + "correct what the server names: a parameter (omit leaves it out), or too long a conversation"
    ),
    Case(
      status: "402 Payment Required",
      problem: #"402, payment is wanted: "no, •••"; check the account's credit"#
    ),
    Case(
      status: "403 Forbidden",
      problem: #"403, access was refused: "no, •••"; "#
        + "check what the key may do, and the model's name"
    ),
    Case(
      status: "404 Not Found",
      body: #"{"detail":"Not Found"}"#,
      problem: #"404, URL or the model m is not known there: "Not Found"; check url and model"#
    ),
    Case(
      status: "413 Payload Too Large",
      body: "too large\nand more",
      problem: #"413, the request is too large: "too large"; "#
        + "shorten the conversation or start a new one"
    ),
    Case(
      status: "418 I'm a teapot",
      body: "\u{1B}[31m short\tand\u{9B}stout",
      problem: #"418, the request was refused: "[31m short and stout"; check url and the preset"#
    ),
    Case(
      status: "422 Unprocessable Entity",
      body: #"{"detail":[{"msg":"field required","input":"the prompt"}]}"#,
      problem: #"422, the request was refused: "field required"; "#
        + "correct what the server names: a parameter (omit leaves it out), or too long a conversation"
    ),
    Case(
      status: "429 Too Many Requests",
      problem: #"429, too many requests: "no, •••"; wait a while and try again"#
    ),
    Case(
      status: "429 Too Many Requests",
      headers: ["Retry-After: 20"],
      problem: #"429, too many requests: "no, •••"; it asks to wait 20 s; try again then"#
    ),
    Case(
      status: "429 Too Many Requests",
      headers: ["Retry-After: 300"],
      problem: #"429, too many requests: "no, •••"; "#
        + "it asks to wait 300 s, more than weir waits by itself; try again then"
    ),
    Case(
      status: "500 Internal Server Error",
      body: #"[{"error":{"code":500,"message":"boom"}}]"#,
      problem: #"500, the server failed: "boom"; try again, or look at the server's log"#
    ),
    Case(
      status: "502 Bad Gateway",
      body: "<html><head><title>502 Bad Gateway</title></head></html>",
      problem: #"502, the server failed: "502 Bad Gateway"; "#
        + "try again, or look at the server's log"
    ),
    Case(
      status: "503 Service Unavailable",
      body: #"{"error":"Loading model"}"#,
      problem: #"503, the server is busy or still loading: "Loading model"; try again shortly"#
    ),
    Case(
      status: "503 Service Unavailable",
      body: "<p>",
      problem: #"503, the server is busy or still loading: "a web page"; try again shortly"#
    ),
    Case(
      status: "504 Gateway Timeout",
      body: String(repeating: "x", count: 70_000),
      problem: "504, the server failed: \"\(String(repeating: "x", count: 199))…\"; "
        + "try again, or look at the server's log"
    ),
  ]

  @Test("names the status, the first line and what to do", arguments: cases)
  func tells(_ test: Case) throws {
    let answer = LoopbackAnswer.http10(test.status, headers: test.headers, body: test.body)
    let server = LoopbackServer(answer: answer)
    defer { server.close() }
    var preset = Preset.probing(server.url, key: test.key)
    preset.endpoint.streamUsage = .on
    let messages = [ChatMessage(role: .user, content: "Tell me my secret plan.")]
    let reply = try Probe(environment: ["K": "sekrit"]).reply(preset, messages)
    let url = "\(server.url)/chat/completions"
    let error = ReplyError(
      kind: .api,
      source: "box",
      problem: test.problem.split(separator: "URL", omittingEmptySubsequences: false)
        .joined(separator: url),
      status: Int(test.status.prefix(3))
    )
    #expect(reply.error == error)
    #expect(server.requests.count == 1)
  }
}

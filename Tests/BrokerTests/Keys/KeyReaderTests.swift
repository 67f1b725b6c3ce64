import Broker
import Conversation
import Foundation
import Testing

@Suite struct KeyReaderTests {
  private static func credentials(
    _ key: KeySource?,
    headers: [Header] = [],
    environment: [String: String] = [:]
  ) throws -> Credentials {
    var endpoint = Endpoint(name: "box", url: "http://h", key: key)
    endpoint.headers = headers
    return try KeyReader(environment: environment).credentials(for: endpoint)
  }

  private static func error(_ problem: String) -> ReplyError {
    ReplyError(kind: .transport, source: "box", problem: problem)
  }

  @Test func readsAVariable() throws {
    let found = try Self.credentials(.environment("K"), environment: ["K": " abc\n"])
    #expect(found == Credentials(key: "abc"))
  }

  @Test func readsAFile() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try "abc\n".write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try Self.credentials(.file(path)) == Credentials(key: "abc"))
  }

  @Test func readsWhatACommandPrints() throws {
    let command = KeySource.command(#"printf 'a%s\n' "$REST""#)
    let environment = ["REST": "bc", "PATH": "/usr/bin:/bin"]
    #expect(try Self.credentials(command, environment: environment) == Credentials(key: "abc"))
  }

  @Test func givesACommandNeitherTerminalNorInput() throws {
    let script = "read x; (: < /dev/tty) 2> /dev/null && echo tty || echo none-$x"
    #expect(try Self.credentials(.command(script)) == Credentials(key: "none-"))
  }

  @Test func sendsNoKeyWithoutASource() throws {
    #expect(try Self.credentials(nil, environment: ["OPENAI_API_KEY": "abc"]) == Credentials())
  }

  @Test func readsHeaderValuesFromTheEnvironment() throws {
    let headers = [
      Header(name: "api-key", value: .environment("K")),
      Header(name: "X-Title", value: .literal("weir")),
    ]
    let found = try Self.credentials(nil, headers: headers, environment: ["K": "abc"])
    #expect(
      found
        == Credentials(
          headers: [HTTPRequest.Field("api-key", "abc"), HTTPRequest.Field("X-Title", "weir")]
        )
    )
  }

  @Test(
    "names the source that holds no key",
    arguments: [
      (
        KeySource.environment("K"),
        "the environment variable K (key_env) holds no key; set it, or take the key source away"
      ),
      (
        .file("/nowhere"),
        "the file /nowhere (key_file) holds no key; set it, or take the key source away"
      ),
      (.command("true"), "key_command holds no key; set it, or take the key source away"),
      (.command("exit 3"), "key_command ended with status 3; run it by hand to see why"),
      (.command("kill -9 $$"), "key_command ended with status 137; run it by hand to see why"),
      (
        .command("echo a; echo b"),
        "key_command holds more than one line; it must hold the key alone"
      ),
    ]
  )
  func names(source: KeySource, problem: String) {
    #expect(throws: Self.error(problem)) { try Self.credentials(source) }
  }

  @Test func namesAHeadersMissingVariable() {
    let headers = [Header(name: "api-key", value: .environment("K"))]
    #expect(throws: Self.error("the header api-key wants K, which is not set; set it")) {
      try Self.credentials(nil, headers: headers)
    }
  }

  @Test func refusesAHeaderThatWouldBreakTheRequest() {
    let headers = [Header(name: "X", value: .literal("a\r\nHost: evil"))]
    #expect(throws: Self.error("the header X holds a line break; correct it")) {
      try Self.credentials(nil, headers: headers)
    }
  }
}

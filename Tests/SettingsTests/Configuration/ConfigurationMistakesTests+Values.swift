import Testing

@testable import Settings

extension ConfigurationMistakesTests {
  static let values: [Mistake] = [
    .preset(
      "temperature",
      "temperature = 2.5",
      "4: preset.a.temperature: found 2.5, expected a number from 0 to 2"
    ),
    .preset(
      "temperature as nan",
      "temperature = nan",
      "4: preset.a.temperature: found nan, expected a number from 0 to 2"
    ),
    .preset("top_p", "top_p = -1", "4: preset.a.top_p: found -1, expected a number from 0 to 1"),
    .preset(
      "top_k",
      "top_k = 1.5",
      "4: preset.a.top_k: found 1.5, expected a whole number of at least 0"
    ),
    .preset(
      "max_tokens",
      "max_tokens = 0",
      "4: preset.a.max_tokens: found 0, expected a whole number of at least 1"
    ),
    .preset("seed", "seed = \"7\"", "4: preset.a.seed: found \"7\", expected a whole number"),
    .preset(
      "stop",
      "stop = [\"a\", 1]",
      "4: preset.a.stop: found an array, expected a text or an array of texts"
    ),
    .preset(
      "presence_penalty",
      "presence_penalty = 3",
      "4: preset.a.presence_penalty: found 3, expected a number from -2 to 2"
    ),
    .preset(
      "reasoning_effort",
      "reasoning_effort = true",
      "4: preset.a.reasoning_effort: found true, expected a word in quotes"
    ),
    .preset(
      "logprobs",
      "logprobs = 21",
      "4: preset.a.logprobs: found 21, expected true, false or a number of alternatives from 0 to 20"
    ),
    .preset(
      "model",
      "model = 7",
      "4: preset.a.model: found 7, expected a name"
    ),
    .preset("system", "system = [\"a\"]", "4: preset.a.system: found an array, expected a text"),
    .preset(
      "prefill",
      "prefill = true",
      "4: preset.a.prefill: found true, expected \"off\" or \"message\" or \"prefix\" or \"continue_final\""
    ),
    .preset(
      "send_reasoning",
      "send_reasoning = \"yes\"",
      "4: preset.a.send_reasoning: found \"yes\", expected true or false"
    ),
    .preset(
      "context_window",
      "context_window = \"8k\"",
      "4: preset.a.context_window: found \"8k\", expected a whole number of tokens from 1 to 1000000000"
    ),
    .preset(
      "omit",
      "omit = \"temperature\"",
      "4: preset.a.omit: found \"temperature\", expected an array of field names"
    ),
    .preset(
      "omit of numbers",
      "omit = [1]",
      "4: preset.a.omit: found another element, expected field names only"
    ),
    .preset(
      "rename",
      "rename = { a = 1 }",
      "4: preset.a.rename.a: found 1, expected the name to send instead"
    ),
    .preset("extra", "extra = 1", "4: preset.a.extra: found 1, expected a table"),
    .preset(
      "date in extra",
      "extra = { a = 2024-01-01 }",
      "4: preset.a.extra.a: found none, expected a value that JSON has (no date, time, nan or inf)"
    ),
    .preset(
      "timeout",
      "timeout_ms = 1.5",
      "4: preset.a.timeout_ms: found 1.5, "
        + "expected a whole number of milliseconds from 0 to 86400000"
    ),
    .preset(
      "negative timeout",
      "total_timeout_ms = -1",
      "4: preset.a.total_timeout_ms: found -1, "
        + "expected a whole number of milliseconds from 0 to 86400000"
    ),
    .preset(
      "long text is cut",
      "seed = \"" + String(repeating: "x", count: 50) + "\"",
      "4: preset.a.seed: found \"" + String(repeating: "x", count: 40)
        + "…\", expected a whole number"
    ),
    .preset(
      "escape sequences are shown",
      "seed = \"\\u001B[2J\\u202E\"",
      "4: preset.a.seed: found \"\\u{1b}[2J\\u{202e}\", expected a whole number"
    ),
    .preset(
      "misspelt parameter",
      "temperatur = 1",
      "4: preset.a.temperatur: unknown key; did you mean \"temperature\"?"
    ),
    .preset(
      "swapped letters",
      "mdoel = \"x\"\nmodel = \"m\"",
      "4: preset.a.mdoel: unknown key; did you mean \"model\"?"
    ),
  ]

  static let servers: [Mistake] = [
    .endpoint(
      "no scheme",
      "url = \"near:8080\"",
      "2: endpoint.near.url: found \"near:8080\", expected an http or https URL"
    ),
    .endpoint(
      "file URL",
      "url = \"file:///etc/passwd\"",
      "2: endpoint.near.url: found \"file:///etc/passwd\", expected an http or https URL"
    ),
    .endpoint(
      "no host",
      "url = \"http:///v1\"",
      "2: endpoint.near.url: found \"http:///v1\", expected an http or https URL with a host"
    ),
    .endpoint(
      "port",
      "url = \"http://a:99999\"",
      "2: endpoint.near.url: found \"http://a:99999\", expected an http or https URL with a host"
    ),
    .endpoint(
      "IPv6 without brackets",
      "url = \"http://::1/v1\"",
      "2: endpoint.near.url: found \"http://::1/v1\", expected an http or https URL with a host"
    ),
    .endpoint(
      "white space",
      "url = \"http://a b\"",
      "2: endpoint.near.url: found \"http://a b\", expected an http or https URL"
    ),
    .endpoint(
      "whole path",
      "url = \"http://a/v1/chat/completions\"",
      "2: endpoint.near.url: found \"http://a/v1/chat/completions\", "
        + "expected the base URL, without /chat/completions"
    ),
    .endpoint(
      "stream_usage",
      "stream_usage = true",
      "2: endpoint.near.stream_usage: found true, expected \"auto\" or \"on\" or \"off\""
    ),
    .endpoint(
      "long socket path",
      "unix_socket = \"/" + String(repeating: "x", count: 107) + "\"",
      "2: endpoint.near.unix_socket: found 108 bytes, expected a path of at most 107 bytes"
    ),
    .endpoint(
      "ca_file",
      "ca_file = false",
      "2: endpoint.near.ca_file: found false, expected the path of a file"
    ),
    .endpoint(
      "header name",
      "headers = { \"a b\" = \"c\" }",
      "2: endpoint.near.headers.\"a b\": found \"a b\", expected the name of a header"
    ),
    .endpoint(
      "two key sources",
      "key_env = \"A\"\nkey_file = \"b\"",
      "3: endpoint.near.key_file: only one of \"key_env\" and \"key_file\" may stand here"
    ),
  ]

  private static let explanation =
    "a key is never written into the file; name where it is with "
    + "key_env = \"VARIABLE\", key_command = \"pass show …\" or key_file = \"~/…\""

  /// Messages for places where a secret may stand must not repeat it.
  static let secrets: [Mistake] = [
    .endpoint("literal key", "key = \"sk-secret\"", "2: endpoint.near.key: \(explanation)"),
    .preset("literal api_key", "api_key = \"sk-secret\"", "4: preset.a.api_key: \(explanation)"),
    .endpoint(
      "key as the name of a variable",
      "key_env = \"sk-or-v1-secret\"",
      "2: endpoint.near.key_env: found another text, expected the name of an environment variable"
    ),
    .endpoint(
      "password in the URL",
      "url = \"http://ada:secret@near/v1\"",
      "2: endpoint.near.url: found a user name or password in the URL, "
        + "expected none; name the key with key_env, key_command or key_file"
    ),
    .endpoint(
      "header of another kind",
      "headers = { Authorization = 5 }",
      "2: endpoint.near.headers.Authorization: found a whole number, "
        + "expected a text or \"env:VARIABLE\""
    ),
    .endpoint(
      "header of two lines",
      "headers = { A = \"secret\\r\\nB: c\" }",
      "2: endpoint.near.headers.A: found control characters, expected one line of text"
    ),
    .endpoint(
      "header from no variable",
      "headers = { A = \"env:sk-secret\" }",
      "2: endpoint.near.headers.A: found another text, "
        + "expected the name of an environment variable after \"env:\""
    ),
  ]
}

import Conversation

extension DialectCases {
  private static let hi = #"data: {"choices":[{"index":0,"delta":{"content":"hi"}}]}"# + "\n\n"

  private static func failure(
    _ name: String,
    _ body: String,
    kept: String = "",
    _ kind: ReplyError.Kind,
    _ problem: String
  ) -> DialectTests.Case {
    DialectTests.Case(name, body) {
      $0.content = kept
      $0.deltas = kept.isEmpty ? 0 : 1
      $0.endings = [.failed(DecodedReply.error(kind, problem))]
    }
  }

  private static let advice = "; try again, or look at the server's log"

  static var errors: [DialectTests.Case] {
    [
      failure(
        "llama.cpp: the field error in older builds",
        #"error: {"code":400,"message":"too long","type":"x"}"# + "\n\n",
        .api,
        #"the server reports error 400: "too long""# + advice
      ),
      failure(
        "llama.cpp: an error event",
        #"data: {"error":{"code":500,"message":"boom"}}"# + "\n\n",
        .api,
        #"the server reports error 500: "boom""# + advice
      ),
      failure(
        "OpenRouter: top-level error in mid-stream",
        hi
          + #"data: {"error":{"code":502,"message":"provider gone"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}"#
          + "\n\ndata: [DONE]\n\n",
        kept: "hi",
        .api,
        #"the server reports error 502: "provider gone""# + advice
      ),
      failure(
        "an error in the choice",
        hi
          + #"data: {"choices":[{"index":0,"delta":{},"error":{"message":"gone"},"finish_reason":"error"}]}"#
          + "\n\n",
        kept: "hi",
        .api,
        #"the server reports an error: "gone""# + advice
      ),
      failure(
        "Groq: event: error",
        hi + "event: error\ndata: {\"error\":{\"message\":\"gone\",\"status_code\":400}}\n\n",
        kept: "hi",
        .api,
        #"the server reports an error: "gone""# + advice
      ),
      failure(
        "event: error that is no JSON",
        "event: error\ndata: out of memory\n\n",
        .api,
        #"the server reports an error: "out of memory""# + advice
      ),
      failure(
        "LM Studio: 200 with an error text",
        #"{"error":"Unexpected endpoint"}"#,
        .api,
        #"the server reports an error: "Unexpected endpoint""# + advice
      ),
      failure(
        "Ollama: a bare JSON error line",
        hi + #"{"error":"model stopped"}"# + "\n",
        kept: "hi",
        .api,
        #"the server reports an error: "model stopped""# + advice
      ),
      failure(
        "Gemini: an array",
        #"[{"error":{"code":400,"message":"bad","status":"INVALID"}}]"#,
        .api,
        #"the server reports error 400: "bad""# + advice
      ),
      failure(
        "FastAPI: detail",
        #"{"detail":"Not Found"}"#,
        .api,
        #"the server reports an error: "Not Found""# + advice
      ),
      failure(
        "FastAPI: a list of details",
        #"{"detail":[{"loc":["body"],"msg":"field required","input":"the prompt"}]}"#,
        .api,
        #"the server reports an error: "field required""# + advice
      ),
      failure(
        "vLLM: object error",
        #"data: {"object":"error","message":"too long","code":400}"# + "\n\n",
        .api,
        #"the server reports error 400: "too long""# + advice
      ),
      failure(
        "an error code that is a text",
        #"{"error":{"code":"rate_limit","message":"slow down"}}"#,
        .api,
        #"the server reports error rate_limit: "slow down""# + advice
      ),
      failure(
        "an error with the key and control characters",
        #"{"error":"no\u001b[2J sekrit\u202e!"}"#,
        .api,
        #"the server reports an error: "no [2J •••!""# + advice
      ),
    ]
  }

  static var shapes: [DialectTests.Case] {
    [
      failure(
        "llama-cpp-python: no event at all",
        "",
        .shape,
        "the answer is empty; the prompt may be longer than the model's context"
      ),
      failure(
        "only comments",
        ": ping\n\n: ping\n\n",
        .shape,
        "the answer is empty; the prompt may be longer than the model's context"
      ),
      failure(
        "llama.cpp: stopped with no text",
        #"data: {"choices":[{"index":0,"delta":{"content":""},"finish_reason":"stop"}]}"#
          + "\n\ndata: [DONE]\n\n",
        .shape,
        "the model ended (stop) without any text; try again, or change the prompt"
      ),
      failure(
        "[DONE] alone",
        "data: [DONE]\n\n",
        .shape,
        "the model ended without any text; try again, or change the prompt"
      ),
      failure(
        "chunks without text or ending",
        #"data: {"choices":[{"index":0,"delta":{"role":"assistant"}}]}"# + "\n\n",
        .shape,
        "the stream ended without any text and without an ending; try again"
      ),
      failure(
        "empty choices",
        #"{"choices":[]}"#,
        .shape,
        "the answer is JSON without choices[0].message.content; check url (http://h/v1/chat/completions)"
      ),
      failure(
        "JSON of something else",
        #"{"hello":"world"}"#,
        .shape,
        "the answer is JSON without choices[0].message.content; check url (http://h/v1/chat/completions)"
      ),
      failure(
        "text that is no JSON",
        "Hello there",
        .decode,
        #"http://h/v1/chat/completions answered with neither JSON nor an event stream: "Hello there"; check url"#
      ),
      failure(
        "JSON that is broken",
        "{oops",
        .decode,
        #"http://h/v1/chat/completions answered with neither JSON nor an event stream: "{oops"; check url"#
      ),
      failure(
        "a web page",
        "\n<!DOCTYPE html>\n<html></html>",
        .decode,
        "http://h/v1/chat/completions answered with a web page; check url, or the proxy in between"
      ),
      failure(
        "a chunk that is no JSON",
        hi + "data: what?\n\n" + hi,
        kept: "hi",
        .decode,
        #"a chunk of the stream is no JSON: "what?"; look at the server's log"#
      ),
      failure(
        "a stream cut inside a chunk",
        hi + #"data: {"choices":[{"del"#,
        kept: "hi",
        .transport,
        "the stream was cut inside a chunk; the text so far is kept, try again"
      ),
      DialectTests.Case("a clean end with neither finish_reason nor [DONE]", hi) {
        $0.content = "hi"
        $0.deltas = 1
        $0.endings = [.incomplete]
      },
      DialectTests.Case(
        "[DONE] without finish_reason, and what follows it",
        hi + "data: [DONE]\n\n" + hi
      ) {
        $0.content = "hi"
        $0.deltas = 1
        $0.endings = [.finished(reason: nil)]
      },
    ]
  }
}

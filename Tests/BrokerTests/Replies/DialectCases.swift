import Conversation

/// What servers send for a reply that goes well, or that they fail in their own ways.
enum DialectCases {
  static var all: [DialectTests.Case] { texts + figures + errors + shapes }

  private static let stop = #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#

  /// Events of one delta each, a finish and `[DONE]`.
  private static func stream(_ deltas: String...) -> String {
    deltas.map { #"data: {"choices":[{"index":0,"delta":{\#($0)}}]}"# + "\n\n" }.joined()
      + stop + "\n\ndata: [DONE]\n\n"
  }

  private static var texts: [DialectTests.Case] {
    [
      .init(
        "llama.cpp: null content, pings",
        ": \n\n" + stream(#""role":"assistant","content":null"#, #""content":"hi""#)
      ) {
        $0.content = "hi"
        $0.deltas = 1
      },
      .init(
        "OpenRouter: comments, reasoning",
        ": OPENROUTER PROCESSING\n\n"
          + stream(#""content":"","reasoning":"hm","reasoning_details":[]"#, #""content":"hi""#)
      ) {
        $0.reasoning = "hm"
        $0.content = "hi"
        $0.deltas = 2
      },
      .init(
        "DeepSeek, vLLM, llama.cpp: reasoning_content",
        stream(#""reasoning_content":"hm","content":null"#, #""content":"hi""#)
      ) {
        $0.reasoning = "hm"
        $0.content = "hi"
        $0.deltas = 2
      },
      .init(
        "the same reasoning under both names",
        stream(#""reasoning":"hm","reasoning_content":"hm""#, #""content":"hi""#)
      ) {
        $0.reasoning = "hm"
        $0.content = "hi"
        $0.deltas = 2
      },
      .init(
        "Mistral: content as an array",
        stream(
          #""content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},{"type":"text","text":"h"},{"type":"text","text":"i"}]"#
        )
      ) {
        $0.reasoning = "hm"
        $0.content = "hi"
        $0.deltas = 3
      },
      .init("OpenAI: refusal", stream(#""refusal":"I can""#, #""refusal":"not""#)) {
        $0.refusal = "I cannot"
        $0.deltas = 2
      },
      .init(
        "tool calls in pieces",
        stream(
          #""tool_calls":[{"index":0,"id":"c1","function":{"name":"f","arguments":""}}]"#,
          #""tool_calls":[{"index":0,"function":{"arguments":"{\"a\":"}},{"index":1,"id":"c2","function":{"name":"g","arguments":{"b":[1,null]}}}]"#,
          #""tool_calls":[{"index":0,"function":{"arguments":"1}"}}]"#
        )
      ) {
        var first = ToolCall(index: 0)
        (first.id, first.name, first.arguments) = ("c1", "f", #"{"a":1}"#)
        var second = ToolCall(index: 1)
        (second.id, second.name, second.arguments) = ("c2", "g", #"{"b":[1,null]}"#)
        $0.toolCalls = [first, second]
      },
      .init(
        "function_call of old servers",
        stream(#""function_call":{"name":"f","arguments":"{}"}"#)
      ) {
        var call = ToolCall(index: 0)
        (call.name, call.arguments) = ("f", "{}")
        $0.toolCalls = [call]
      },
      .init(
        "several choices: the first is the answer",
        #"data: {"choices":[{"index":1,"delta":{"content":"no"},"finish_reason":"length"},{"index":0,"delta":{"content":"hi"}}]}"#
          + "\n\n" + stop
      ) {
        $0.content = "hi"
        $0.deltas = 1
      },
      .init(
        "choices without an index",
        #"data: {"choices":[{"delta":{"content":"hi"}},{"delta":{"content":"no"}}]}"# + "\n\n"
          + stop
      ) {
        $0.content = "hi"
        $0.deltas = 1
      },
      .init(
        "text of the old completions",
        #"data: {"choices":[{"index":0,"text":"hi","finish_reason":"stop"}]}"#
      ) {
        $0.content = "hi"
        $0.deltas = 1
      },
      .init("lone surrogates", stream(#""content":"a\ud83d""#, #""content":"\ude00b""#)) {
        $0.content = "a\u{FFFD}\u{FFFD}b"
        $0.deltas = 2
      },
      .init(
        "a plain completion",
        #"{"model":"x","choices":[{"message":{"role":"assistant","content":"hi"},"finish_reason":"stop"}]}"#
      ) {
        $0.content = "hi"
        $0.deltas = 1
        $0.models = ["x"]
      },
      .init(
        "a plain completion without finish_reason, indented",
        "\u{FEFF}\n{\n \"choices\": [\n {\"message\": {\"content\": \"hi\"}}\n ]\n}\n"
      ) {
        $0.content = "hi"
        $0.deltas = 1
        $0.endings = [.finished(reason: nil)]
      },
      .init(
        "chunks as JSON lines",
        #"{"choices":[{"delta":{"content":"h"}}]}"# + "\n"
          + #"{"choices":[{"delta":{"content":"i"},"finish_reason":"stop"}]}"# + "\n"
      ) {
        $0.content = "hi"
        $0.deltas = 2
      },
    ]
  }

  private static var figures: [DialectTests.Case] {
    [
      .init(
        "Azure: a first chunk with empty choices",
        #"data: {"choices":[],"model":"","prompt_filter_results":[{}]}"# + "\n\n"
          + stream(#""content":"hi""#)
      ) {
        $0.content = "hi"
        $0.deltas = 1
      },
      .init(
        "OpenAI: usage in a last chunk with empty choices",
        #"data: {"model":"x","choices":[{"index":0,"delta":{"content":"hi"},"finish_reason":"stop"}],"usage":null}"#
          + "\n\n"
          + #"data: {"model":"x","choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4,"completion_tokens_details":{"reasoning_tokens":2},"prompt_tokens_details":{"cached_tokens":1}}}"#
          + "\n\ndata: [DONE]\n\n"
      ) {
        $0.content = "hi"
        $0.deltas = 1
        $0.models = ["x"]
        $0.usage = Usage(
          promptTokens: 3,
          completionTokens: 4,
          reasoningTokens: 2,
          cachedTokens: 1
        )
      },
      .init(
        "counts that no server counts",
        #"data: {"choices":[{"index":0,"delta":{"content":"hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":9223372036854775807,"completion_tokens":-1}}"#
      ) {
        $0.content = "hi"
        $0.deltas = 1
        $0.usage = Usage()
      },
      .init(
        "Groq: usage of its own",
        #"data: {"choices":[{"index":0,"delta":{"content":"hi"},"finish_reason":"stop"}],"x_groq":{"usage":{"prompt_tokens":3,"completion_tokens":4}}}"#
      ) {
        $0.content = "hi"
        $0.deltas = 1
        $0.usage = Usage(promptTokens: 3, completionTokens: 4)
      },
      .init(
        "llama.cpp: timings, prompt_progress",
        #"data: {"choices":[{"index":0,"delta":{}}],"prompt_progress":{"total":10,"cache":2,"processed":5,"time_ms":7}}"#
          + "\n\n"
          + #"data: {"choices":[{"index":0,"delta":{"content":"hi"},"finish_reason":"stop"}],"timings":{"prompt_n":10,"prompt_ms":1.5,"prompt_per_second":6.25,"predicted_n":2,"predicted_ms":4,"predicted_per_second":500.5}}"#
      ) {
        $0.content = "hi"
        $0.deltas = 1
        $0.prefill = [PrefillProgress(total: 10, cached: 2, processed: 5, milliseconds: 7)]
        var timings = ServerTimings()
        timings.promptTokens = 10
        timings.promptMilliseconds = 1.5
        timings.promptTokensPerSecond = 6.25
        timings.predictedTokens = 2
        timings.predictedMilliseconds = 4
        timings.predictedTokensPerSecond = 500.5
        $0.timings = timings
      },
      .init(
        "log-probs",
        #"data: {"choices":[{"index":0,"delta":{"content":"hi"},"logprobs":{"content":[{"token":"hi","logprob":-0.5,"top_logprobs":[{"token":"hi","logprob":-0.5},{"token":"ho","logprob":-1}]}]},"finish_reason":"stop"}]}"#
      ) {
        $0.content = "hi"
        $0.deltas = 1
        $0.logProbs = [
          TokenLogProb(
            token: "hi",
            logProb: -0.5,
            alternatives: [
              TokenLogProb.Alternative(token: "hi", logProb: -0.5),
              TokenLogProb.Alternative(token: "ho", logProb: -1),
            ]
          )
        ]
      },
    ]
  }
}

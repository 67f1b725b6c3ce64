import JSON

/// What a frame brought, in a few words, as far as its data are what chat completions send.
package struct FrameSummary: ~Copyable {
  private var parser = JSONParser()

  package init() {}

  /// One line; text from outside that is not sanitised.
  package mutating func text(of data: [UInt8]) -> String {
    if data.starts(with: "[DONE]".utf8) { return "the end: [DONE]" }
    let words = data.withUnsafeBytes { bytes -> String? in
      guard let root = parser.parse(bytes) else { return nil }
      return Self.words(for: root)
    }
    return words ?? String(decoding: data.prefix(300), as: UTF8.self)
  }

  private static func words(for root: JSONElement) -> String? {
    if let error = root.present("error") {
      return "error: \(error["message"]?.string ?? error.string ?? "")"
    }
    var parts: [String] = []
    let choice = root["choices"]?.first
    if let delta = choice?["delta"] ?? choice?["message"] {
      let texts = [
        ("reasoning", delta.present("reasoning_content") ?? delta["reasoning"]),
        ("content", delta["content"]), ("refusal", delta["refusal"]),
      ]
      for (label, value) in texts {
        guard let text = value?.string, !text.isEmpty else { continue }
        parts.append("\(label) \u{201C}\(text.prefix(200))\u{201D}")
      }
      if delta.present("tool_calls") != nil { parts.append("tool call") }
      if parts.isEmpty, let role = delta["role"]?.string { parts.append("role \(role)") }
    }
    if let reason = choice?["finish_reason"]?.string { parts.append("finish \(reason)") }
    if root.present("usage") != nil { parts.append("usage") }
    if root.present("timings") != nil { parts.append("timings") }
    if root.present("prompt_progress") != nil { parts.append("prompt progress") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

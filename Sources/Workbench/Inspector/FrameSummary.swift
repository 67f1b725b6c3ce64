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

  /// Whether the frame brought text of the answer.
  mutating func isText(_ data: [UInt8]) -> Bool {
    data.withUnsafeBytes { bytes in
      guard let root = parser.parse(bytes), let choice = root["choices"]?.first,
        let delta = choice["delta"] ?? choice["message"]
      else { return false }
      return Self.texts(of: delta).contains { _, value in value?.string?.isEmpty == false }
    }
  }

  private static func texts(of delta: JSONElement) -> [(label: String, value: JSONElement?)] {
    [
      ("reasoning", delta.present("reasoning_content") ?? delta["reasoning"]),
      ("content", delta["content"]), ("refusal", delta["refusal"]),
    ]
  }

  private static func words(for root: JSONElement) -> String? {
    if let error = root.present("error") {
      return "error: \(error["message"]?.string ?? error.string ?? "")"
    }
    var parts: [String] = []
    let choice = root["choices"]?.first
    if let delta = choice?["delta"] ?? choice?["message"] {
      for (label, value) in texts(of: delta) {
        guard let text = value?.string, !text.isEmpty else { continue }
        parts.append("\(label) \u{201C}\(text.prefix(200))\u{201D}")
      }
      if delta.present("tool_calls") != nil { parts.append("tool call") }
      if parts.isEmpty, let role = delta["role"]?.string { parts.append("role \(role)") }
    }
    if let reason = choice?["finish_reason"]?.string { parts.append("finish \(reason)") }
    if root.present("usage") != nil { parts.append("usage") }
    if root.present("timings") != nil { parts.append("timings") }
    if let progress = root.present("prompt_progress") {
      let counts = [progress["processed"], progress["total"]].compactMap { $0?.integer }
      let words = counts.count == 2 ? "\(counts[0]) of \(counts[1])" : "progress"
      parts.append("prompt \(words)")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

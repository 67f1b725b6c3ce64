import Conversation
import JSON

/// Reads a list of models in any of the forms seen.
struct ModelList {
  /// OpenAI's `data`, Ollama's `models`, or a bare array, of objects or names; in the server's order.
  ///
  /// - Returns: `nil` when the value is no list of models.
  static func read(_ root: JSONElement) -> [ModelInfo]? {
    let list = root.isArray ? root : root["data"] ?? root["models"]
    guard let list, list.isArray else { return nil }
    return list.elements.compactMap(ModelInfo.init)
  }
}

extension ModelInfo {
  fileprivate init?(_ value: JSONElement) {
    guard
      let id = value.string ?? value["id"]?.string ?? value["name"]?.string
        ?? value["model"]?.string, !id.isEmpty
    else { return nil }
    // In turn: OpenRouter, Groq, vLLM, LM Studio, llama.cpp as it was started, llama.cpp's model.
    let length =
      value["context_length"] ?? value["context_window"] ?? value["max_model_len"] ?? value[
        "max_context_length"
      ]
      ?? value["meta"]?["n_ctx"] ?? value["meta"]?["n_ctx_train"]
    // Some servers say 0 for what they do not know.
    let window = length?.integer?.plausibleCount.flatMap { $0 > 0 ? $0 : nil }
    self.init(id: id, contextLength: window, owner: value["owned_by"]?.string)
  }
}

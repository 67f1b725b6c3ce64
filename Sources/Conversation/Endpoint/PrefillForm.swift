/// How an endpoint is given the first words of a reply, so that its model goes on from them.
package enum PrefillForm: String, Sendable, Hashable, CaseIterable {
  /// It takes none.
  case off
  /// As a last message of the assistant, without further ado (llama.cpp, Anthropic's models).
  case message
  /// As a last message of the assistant that says `prefix: true` (Mistral, DeepSeek).
  case prefix
  /// As a last message of the assistant, with `continue_final_message` beside the messages (vLLM).
  case continueFinal = "continue_final"
}

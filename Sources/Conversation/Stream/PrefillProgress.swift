/// llama.cpp's `prompt_progress`: how much of the prompt was read; counts are tokens.
package struct PrefillProgress: Sendable, Hashable {
  package var total: Int
  package var cached: Int
  package var processed: Int
  package var milliseconds: Double

  package init(total: Int, cached: Int, processed: Int, milliseconds: Double) {
    self.total = total
    self.cached = cached
    self.processed = processed
    self.milliseconds = milliseconds
  }
}

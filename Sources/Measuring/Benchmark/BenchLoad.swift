/// What is measured as one: a preset, with so many requests under way at a time.
package struct BenchLoad: Sendable, Hashable {
  /// Tells the preset from the others that are measured.
  package let preset: String
  package let concurrency: Int

  package init(preset: String, concurrency: Int) {
    self.preset = preset
    self.concurrency = concurrency
  }

  /// `fast, 4 at a time`.
  package var words: String {
    concurrency == 1 ? "\(preset), one at a time" : "\(preset), \(concurrency) at a time"
  }
}

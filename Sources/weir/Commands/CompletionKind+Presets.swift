import ArgumentParser

extension CompletionKind {
  /// The names of the configured presets, asked of the installed program; the first two columns hold the star.
  static var presets: CompletionKind {
    .shellCommand("weir presets 2>/dev/null | cut -c 3- | cut -d ' ' -f 1")
  }
}

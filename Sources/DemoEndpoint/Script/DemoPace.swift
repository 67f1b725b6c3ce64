/// How long the silences of the embedded endpoint last.
package struct DemoPace: Sendable, Hashable {
  /// 1 for the real thing, 0 to leave all silences out.
  package var scale: Double

  package init(scale: Double = 1) {
    self.scale = scale
  }
}

/// One thing that happens while an answer is sent.
enum DemoStep: Sendable, Hashable {
  /// A delta of the answer itself.
  case content(String)
  /// A delta of `reasoning_content`.
  case reasoning(String)
  /// A delta of the answer that leaves in two parts, cut inside its first multi-byte character.
  case torn(String)
  /// Silence on the wire.
  case wait(milliseconds: Double)
  /// The connection is closed inside an event.
  case breakOff
}

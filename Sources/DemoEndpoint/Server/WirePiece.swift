/// One thing that is done to the connection while a body is sent.
enum WirePiece: Sendable, Hashable {
  case bytes([UInt8])
  case wait(milliseconds: Double)
  /// The connection is closed without the end of the body.
  case close
}

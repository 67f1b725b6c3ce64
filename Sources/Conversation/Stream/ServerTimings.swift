/// llama.cpp's `timings`: what the server measured itself.
package struct ServerTimings: Sendable, Hashable {
  package var promptTokens: Int?
  package var promptMilliseconds: Double?
  package var promptTokensPerSecond: Double?
  package var predictedTokens: Int?
  package var predictedMilliseconds: Double?
  package var predictedTokensPerSecond: Double?

  package init() {}
}

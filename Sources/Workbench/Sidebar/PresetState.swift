/// What is known of a preset's endpoint; nothing is sent to learn it.
package enum PresetState: Sendable, Hashable {
  case unknown
  case ready
  case streaming
  /// The last reply failed with this error's sentence.
  case failed(String)
  /// The last attempt did not reach the endpoint.
  case unreachable(String)
}

/// Whether a streamed request asks for usage (`stream_options.include_usage`).
package enum StreamUsage: String, Sendable, Hashable, CaseIterable {
  /// Asked for, and asked again without it where the server refuses the field.
  case auto
  case on
  case off
}

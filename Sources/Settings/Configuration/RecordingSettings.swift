/// What is kept of what goes over the wire (`[recording]`).
package struct RecordingSettings: Sendable, Equatable {
  /// How much of the bytes is kept, compressed, in MiB; 0 for none.
  package var rawMebibytes = 256

  package init() {}

  package var mostRawBytes: Int { rawMebibytes << 20 }
}

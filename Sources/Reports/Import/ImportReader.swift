/// Reads conversations from a file that comes in pieces of any length.
protocol ImportReader: ~Copyable {
  mutating func feed(_ bytes: UnsafeRawBufferPointer) throws
  /// Ends the file.
  mutating func finish() throws -> ImportReport
}

import FoundationEssentials

/// Why a file is no recording that can be played.
package struct RecordingFileError: Error, LocalizedError, Hashable {
  /// Counted from 1; 0 for the file as a whole.
  package let line: Int
  package let problem: String

  package var errorDescription: String? { line > 0 ? "line \(line): \(problem)" : problem }
}

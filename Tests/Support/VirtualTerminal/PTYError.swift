/// Why a program in a pseudo terminal did not do what a test waits for.
package enum PTYError: Error, CustomStringConvertible {
  case system(String, Int32)
  /// With the last screen, and how the process had ended if it had.
  case timedOut(screen: [String], ending: ProcessEnding?)

  package var description: String {
    switch self {
    case .system(let call, let number): "\(call) failed: errno \(number)"
    case .timedOut(let screen, let ending):
      "not seen in time; ending: \(ending.map { "\($0)" } ?? "still running"), screen:\n"
        + screen.map { "|" + $0 }.joined(separator: "\n")
    }
  }
}

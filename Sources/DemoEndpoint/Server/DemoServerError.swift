import FoundationEssentials
import Glibc

/// Why the embedded endpoint cannot serve.
package enum DemoServerError: Error, Sendable, Hashable {
  case cannotListen(port: UInt16, errno: Int32)
  case stopped
  /// The process that was to serve could not be started.
  case cannotStart(errno: Int32)
  /// That process ended before it could be asked.
  case ended
}

extension DemoServerError {
  /// What went wrong, without the name of the endpoint and without a final full stop.
  package var problem: String {
    switch self {
    case .cannotListen(let port, let errno):
      "cannot listen on 127.0.0.1 port \(port): \(String(cString: strerror(errno)))"
    case .stopped: "the embedded endpoint was stopped"
    case .cannotStart(let errno):
      "cannot start the embedded endpoint: \(String(cString: strerror(errno)))"
    case .ended: "the embedded endpoint ended before it could be asked"
    }
  }
}

extension DemoServerError: LocalizedError {
  package var errorDescription: String? { "demo: \(problem)" }
}

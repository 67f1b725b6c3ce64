import FoundationEssentials
import Glibc

/// Why the embedded endpoint cannot serve.
package enum DemoServerError: Error, Sendable, Hashable {
  case cannotListen(port: UInt16, errno: Int32)
  case stopped
}

extension DemoServerError {
  /// What went wrong, without the name of the endpoint and without a final full stop.
  package var problem: String {
    switch self {
    case .cannotListen(let port, let errno):
      "cannot listen on 127.0.0.1 port \(port): \(String(cString: strerror(errno)))"
    case .stopped: "the embedded endpoint was stopped"
    }
  }
}

extension DemoServerError: LocalizedError {
  package var errorDescription: String? { "demo: \(problem)" }
}

import FoundationEssentials
import Glibc

/// Why the embedded endpoint cannot serve.
package enum DemoServerError: Error, Sendable, Hashable {
  case cannotListen(port: UInt16, errno: Int32)
  case stopped
}

extension DemoServerError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .cannotListen(let port, let errno):
      "demo: cannot listen on 127.0.0.1 port \(port): \(String(cString: strerror(errno)))"
    case .stopped: "demo: the embedded endpoint was stopped"
    }
  }
}

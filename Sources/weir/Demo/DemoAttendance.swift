import DemoEndpoint
import Glibc

/// The other end of `DemoChild`: serves while it is asked to, and for a few seconds more.
///
/// Standard input is a socket. Every byte on it asks to stay; one goes back as soon as the endpoint
/// can be asked, or none where it has let go already. The end of the input is the end of weir.
struct DemoAttendance {
  private static let patienceMilliseconds: Int32 = 5_000

  let server: DemoServer

  /// Returns when nobody has asked for a while and no answer is on its way.
  func run() {
    var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while true {
      let count = poll(&polled, 1, Self.patienceMilliseconds)
      if count == 0 && !server.isAnswering { return }
      guard count > 0 else { continue }
      var byte: UInt8 = 0
      guard read(STDIN_FILENO, &byte, 1) == 1 else { return }
      server.whenListening { result in
        guard case .success = result else { Glibc.exit(ExitStatus.failure.rawValue) }
        var byte: UInt8 = 1
        write(STDIN_FILENO, &byte, 1)
      }
    }
  }
}

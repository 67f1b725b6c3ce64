import Conversation
import DemoEndpoint
import FoundationEssentials
import Glibc
import Testing

@Suite(.timeLimit(.minutes(1))) struct DemoServerLifeTests {
  @Test func reservesItsPortWithoutListening() throws {
    let server = try DemoServer()
    #expect(connectError(port: server.port) == ECONNREFUSED)
  }

  @Test func listensWhenItIsAskedTo() async throws {
    let server = try DemoServer()
    try await server.listening()
    #expect(connectError(port: server.port) == nil)
  }

  @Test func tellsEveryoneWhoWaits() async throws {
    let server = try DemoServer()
    async let first: Void = server.listening()
    async let second: Void = server.listening()
    try await first
    try await second
    try await server.listening()
  }

  @Test func tellsThatItWasStopped() async throws {
    let server = try DemoServer()
    server.stop()
    await #expect(throws: DemoServerError.stopped) { try await server.listening() }
  }

  @Test func isRefusedAPortThatIsTaken() async throws {
    let server = try DemoServer()
    try await server.listening()
    #expect(throws: DemoServerError.cannotListen(port: server.port, errno: EADDRINUSE)) {
      try DemoServer(port: server.port)
    }
  }

  @Test func errorsSayWhatFailed() {
    let error = DemoServerError.cannotListen(port: 80, errno: EACCES)
    #expect(
      error.localizedDescription == "demo: cannot listen on 127.0.0.1 port 80: Permission denied"
    )
  }

  /// `nil` when a connection was made.
  private func connectError(port: UInt16) -> Int32? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return result == 0 ? nil : errno
  }
}

import Foundation
import Glibc
import Support
import Testing

/// weir sleeps while nothing happens.
@Suite(.serialized, .timeLimit(.minutes(2))) struct IdleTests {
  /// The times that any thread of the process was put to sleep or taken off a processor.
  private func contextSwitches(of pid: pid_t) throws -> Int {
    let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")
    return threads.reduce(0) { sum, thread in
      let bytes = FileManager.default.contents(atPath: "/proc/\(pid)/task/\(thread)/status")
      let lines = String(decoding: bytes ?? Data(), as: UTF8.self).split(separator: "\n")
      return lines.filter { $0.contains("ctxt_switches") }.reduce(sum) {
        $0 + ($1.split(separator: "\t").last.flatMap { Int($0) } ?? 0)
      }
    }
  }

  /// As much work as takes the machine a second or so: a byte there and back, over and over.
  private func exchange(pings: Int) throws {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    try #require(socketpair(AF_UNIX, kind, 0, &ends) == 0)
    let far = ends[1]
    startThread {
      var byte: UInt8 = 0
      while read(far, &byte, 1) == 1, write(far, &byte, 1) == 1 {}
      close(far)
    }
    var byte: UInt8 = 1
    for _ in 0..<pings where write(ends[0], &byte, 1) == 1 { _ = read(ends[0], &byte, 1) }
    close(ends[0])
  }

  /// Whether weir does nothing at all for as long as the pings take; it may have to come to rest first.
  private func comesToRest(_ weir: PTYProcess) throws -> Bool {
    for _ in 0..<8 {
      let before = (try contextSwitches(of: weir.pid), weir.receivedCount)
      try exchange(pings: 50_000)
      if before == (try contextSwitches(of: weir.pid), weir.receivedCount) { return true }
    }
    return false
  }

  @Test func doesNothingBeforeTheFirstMessage() async throws {
    let home = try Home()
    let weir = try await home.openAndWait()
    #expect(try comesToRest(weir))
  }

  @Test func doesNothingAfterAnAnswer() async throws {
    let server = LoopbackServer(Answers.whole("an answer"))
    let home = try Home()
    try home.configure(["local": server.url])
    let weir = try await home.openAndWait()
    weir.send("hello" + Typed.enter)
    try await weir.waitUntil { $0.contains("an answer") && $0.contains("✓ stop") }
    weir.send("a draft")
    try await weir.waitFor("❯ a draft")
    #expect(try comesToRest(weir))
  }
}

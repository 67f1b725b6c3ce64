import Foundation
import Glibc
import Support
import Testing

/// weir sleeps while nothing happens.
@Suite(.serialized, .timeLimit(.minutes(2))) struct IdleTests {
  /// What weir and the processes that it started have done so far.
  private struct Work: Equatable {
    /// How often its threads were put to sleep or taken off a processor, by process.
    var contextSwitches: [pid_t: Int]
    var bytesWritten: Int
  }

  private func work(of weir: PTYProcess) throws -> Work {
    var work = Work(contextSwitches: [:], bytesWritten: weir.receivedCount)
    var processes = [weir.pid]
    while let pid = processes.popLast() {
      // A child may end at any moment.
      guard let switches = try? contextSwitches(of: pid) else { continue }
      work.contextSwitches[pid] = switches
      processes += children(of: pid)
    }
    return work
  }

  private func children(of pid: pid_t) -> [pid_t] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
    return threads.flatMap { thread in
      let bytes = FileManager.default.contents(atPath: "/proc/\(pid)/task/\(thread)/children")
      return String(decoding: bytes ?? Data(), as: UTF8.self).split(separator: " ")
        .compactMap { pid_t($0) }
    }
  }

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
  private func comesToRest(_ weir: PTYProcess) async throws -> Bool {
    try await onThread {
      for _ in 0..<40 {
        let before = try work(of: weir)
        try exchange(pings: 50_000)
        if before == (try work(of: weir)) { return true }
      }
      return false
    }
  }

  /// Whether weir and what it started are at last these processes and no others.
  private func comesToRunning(
    _ processes: Set<pid_t>,
    _ weir: PTYProcess
  ) async throws -> Bool {
    try await onThread {
      for _ in 0..<1_000 {
        if Set(try work(of: weir).contextSwitches.keys) == processes { return true }
        try exchange(pings: 5_000)
      }
      return false
    }
  }

  /// Not on one of the few threads that all tests share.
  private func onThread(_ body: @escaping @Sendable () throws -> Bool) async throws -> Bool {
    try await withCheckedThrowingContinuation { continuation in
      startThread { continuation.resume(with: Result(catching: body)) }
    }
  }

  @Test func doesNothingBeforeTheFirstMessage() async throws {
    let home = try Home()
    let weir = try await home.openAndWait()
    #expect(try await comesToRest(weir))
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
    #expect(try await comesToRest(weir))
  }

  @Test func doesNothingBehindTheKeysThatCanFollow() async throws {
    let home = try Home()
    let weir = try await home.openAndWait()
    weir.send(Typed.control("x"))
    try await weir.waitFor("and then")
    #expect(try await comesToRest(weir))
  }

  @Test func letsTheEmbeddedEndpointGo() async throws {
    let home = try Home()
    let weir = try await home.openAndWait(["-p", "bursty"])
    let alone = Set(try work(of: weir).contextSwitches.keys)
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("✓ stop")
    #expect(try await comesToRunning(alone, weir))
    #expect(try await comesToRest(weir))
    // It is there again when it is asked again.
    weir.send("hello" + Typed.enter)
    try await weir.waitFor("Canned text, turn 2")
  }
}

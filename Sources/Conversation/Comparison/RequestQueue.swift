/// What is to be asked next of several servers, each of which takes so many requests at a time and no more.
///
/// Asking one by one, nothing is started while anything is under way. A server that asks to be left alone is, until
/// the moment that it named.
package struct RequestQueue<Job: Sendable>: Sendable {
  private struct Server {
    let bound: Int
    var running = 0
    var waiting = 0
    var heldUntil = MonotonicTime(nanoseconds: 0)
  }

  private var servers: [Server]
  private var jobs: [(job: Job, server: Int)] = []
  private let isOneByOne: Bool

  /// - Parameters:
  ///   - bounds: How many requests each server takes at a time, 1 or more.
  ///   - isOneByOne: Whether nothing may run beside another, on any server.
  package init(bounds: [Int], isOneByOne: Bool) {
    servers = bounds.map { Server(bound: max(1, $0)) }
    self.isOneByOne = isOneByOne
  }

  /// How many wait.
  package var waiting: Int { jobs.count }
  /// How many wait for one server.
  package func waiting(for server: Int) -> Int { servers[server].waiting }
  /// How many are under way.
  package var running: Int { servers.reduce(0) { $0 + $1.running } }

  package mutating func add(_ job: Job, to server: Int) {
    jobs.append((job, server))
    servers[server].waiting += 1
  }

  /// Adds one that goes before all that wait.
  package mutating func addFirst(_ job: Job, to server: Int) {
    jobs.insert((job, server), at: 0)
    servers[server].waiting += 1
  }

  /// Takes the first that may begin now; ``ended(on:)`` is to be called when it has ended.
  package mutating func next(at now: MonotonicTime) -> (job: Job, server: Int)? {
    // Looked at first, since thousands may wait for a server that is busy.
    guard servers.indices.contains(where: { servers[$0].waiting > 0 && mayStart(on: $0, at: now) })
    else { return nil }
    let place =
      isOneByOne
      ? (running == 0 && !jobs.isEmpty && mayStart(on: jobs[0].server, at: now) ? 0 : nil)
      : jobs.firstIndex { mayStart(on: $0.server, at: now) }
    guard let place else { return nil }
    let taken = jobs.remove(at: place)
    servers[taken.server].running += 1
    servers[taken.server].waiting -= 1
    return taken
  }

  package mutating func ended(on server: Int) {
    servers[server].running -= 1
  }

  /// Begins nothing on a server before a moment.
  package mutating func hold(_ server: Int, until time: MonotonicTime) {
    servers[server].heldUntil = max(servers[server].heldUntil, time)
  }

  /// When a server is next free of its hold; `nil` where none is held for which something waits.
  package func release(after now: MonotonicTime) -> MonotonicTime? {
    servers.lazy.filter { $0.waiting > 0 && $0.heldUntil > now }.map(\.heldUntil).min()
  }

  private func mayStart(on server: Int, at now: MonotonicTime) -> Bool {
    servers[server].running < servers[server].bound && servers[server].heldUntil <= now
  }
}

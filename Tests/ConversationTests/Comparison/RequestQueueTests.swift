import Conversation
import Support
import Testing

@Suite struct RequestQueueTests {
  private let now = MonotonicTime(nanoseconds: 1_000)

  @Test("keeps every bound and loses nothing", arguments: 0..<30 as Range<UInt64>)
  func keepsBounds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bounds = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Int.random(in: 1...3, using: &random)
    }
    let isOneByOne = Bool.random(using: &random)
    var queue = RequestQueue<Int>(bounds: bounds, isOneByOne: isOneByOne)
    var running = bounds.map { _ in 0 }
    for job in 0..<50 { queue.add(job, to: Int.random(in: bounds.indices, using: &random)) }
    var taken: [Int] = []
    while taken.count < 50 {
      while let (job, server) = queue.next(at: now) {
        taken.append(job)
        running[server] += 1
      }
      #expect(zip(running, bounds).allSatisfy { $0 <= $1 })
      #expect(!isOneByOne || running.reduce(0, +) == 1)
      let busy = running.indices.filter { running[$0] > 0 }
      guard let server = busy.randomElement(using: &random) else { break }
      running[server] -= 1
      queue.ended(on: server)
    }
    #expect(taken.sorted() == Array(0..<50))
    #expect(!isOneByOne || taken == Array(0..<50))
  }

  @Test func leavesAServerAloneThatAsksForIt() {
    var queue = RequestQueue<String>(bounds: [2, 2], isOneByOne: false)
    let later = now.adding(milliseconds: 5)
    queue.add("a", to: 0)
    queue.add("b", to: 1)
    queue.hold(0, until: later)
    #expect(queue.next(at: now)?.job == "b")
    #expect(queue.next(at: now)?.job == nil)
    #expect(queue.release(after: now) == later)
    #expect(queue.next(at: later)?.job == "a")
    #expect(queue.release(after: later) == nil)
  }

  @Test func knowsWhatWaitsForEachServer() {
    var queue = RequestQueue<String>(bounds: [1, 1], isOneByOne: false)
    queue.add("a", to: 0)
    queue.add("b", to: 0)
    queue.addFirst("c", to: 1)
    #expect([0, 1].map(queue.waiting(for:)) == [2, 1])
    #expect(queue.next(at: now)?.job == "c")
    #expect(queue.next(at: now)?.job == "a")
    #expect(queue.next(at: now)?.job == nil)
    #expect([0, 1].map(queue.waiting(for:)) == [1, 0])
  }
}

import Conversation
import Measuring
import Testing

@Suite struct ReplyCourseTests {
  private static func moment(_ milliseconds: Double) -> MonotonicTime {
    MonotonicTime(nanoseconds: 5_000_000_000).adding(milliseconds: milliseconds)
  }

  private static func reply(_ marks: [(Double, Delta.Channel)]) -> Reply {
    let endpoint = Endpoint(name: "e", url: "http://127.0.0.1:1/v1")
    let preset = Preset(name: "p", endpoint: endpoint, model: "m")
    var reply = Reply(preset: preset, request: RequestID(1), started: moment(0))
    reply.phase = .answering
    reply.sent = moment(40)
    reply.marks = marks.map {
      Reply.Mark(Delta.Mark(time: moment($0.0), lengthInBytes: 1), of: $0.1)
    }
    reply.firstDelta = reply.marks.first?.time
    return reply
  }

  private static func course(_ reply: Reply, now: Double) -> [String] {
    var arrivals = ArrivalFigures(start: reply.started)
    arrivals.take(reply.marks)
    return ReplyCourse(of: reply, arrivals, now: moment(now)).segments.map {
      "\($0.step) \(Int($0.start.rounded())) + \(Int($0.milliseconds.rounded()))"
    }
  }

  private static let connection = ConnectionTiming(
    isReused: false,
    nameLookup: 5,
    connect: 12,
    tls: 29,
    requestSent: 30,
    firstByte: 70
  )

  @Test func saysWhereAllOfTheTimeWent() {
    var reply = Self.reply([(100, .reasoning), (150, .content), (400, .content)])
    reply.connection = Self.connection
    reply.ended = Self.moment(410)
    reply.ending = .finished(reason: "stop")
    #expect(
      Self.course(reply, now: 9_000) == [
        "before 0 + 10", "nameLookup 10 + 5", "connect 15 + 7", "tls 22 + 17", "request 39 + 1",
        "firstByte 40 + 40", "firstDelta 80 + 20", "reasoning 100 + 50", "content 150 + 250",
        "end 400 + 10",
      ]
    )
  }

  @Test func leavesOutHowAReusedConnectionWasMade() {
    var reply = Self.reply([(100, .content)])
    reply.connection = Self.connection
    reply.connection?.isReused = true
    #expect(
      Self.course(reply, now: 120) == [
        "before 0 + 10", "request 10 + 30", "firstByte 40 + 40", "firstDelta 80 + 20",
        "content 100 + 20",
      ]
    )
  }

  @Test func growsWithTheStepThatLasts() {
    var reply = Self.reply([])
    #expect(Self.course(reply, now: 60) == ["before 0 + 40", "firstByte 40 + 20"])
    reply.connection = Self.connection
    #expect(Self.course(reply, now: 95).suffix(2) == ["firstByte 40 + 40", "firstDelta 80 + 15"])
  }

  @Test func countsAnAttemptThatFailedAsBefore() {
    var reply = Self.reply([])
    reply.connection = Self.connection
    reply.phase = .connecting
    #expect(Self.course(reply, now: 700) == ["before 0 + 700"])
  }

  @Test func staysInOrderWhateverTheFiguresSay() {
    var reply = Self.reply([(10, .content), (5, .content)])
    reply.connection = Self.connection
    reply.connection?.firstByte = .infinity
    reply.ended = Self.moment(1)
    reply.ending = .incomplete
    let course = Self.course(reply, now: 0)
    #expect(course.suffix(3) == ["firstDelta 40 + 0", "content 40 + 0", "end 40 + 0"])
  }
}

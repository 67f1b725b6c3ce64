import Conversation
import Measuring
import Testing

@testable import Reports

@Suite struct BenchReportTests {
  private static func report(_ preset: String = "p", shift: Double = 0) -> BenchReport {
    let results = [1, 4].map { concurrency in
      var tally = BenchTally()
      for number in 0..<10 { tally.count(request(number, shift: shift)) }
      return BenchResult(
        tally,
        of: BenchLoad(preset: preset, concurrency: concurrency),
        preset: preset,
        endpoint: "e",
        model: "m",
        planned: 10,
        processorSeconds: 0.01
      )
    }
    return BenchReport(
      made: WallTime(milliseconds: 1_800_000_000_000),
      version: "0",
      settings: BenchSettings(
        prompts: .synthetic(tokens: 100, seed: .max),
        runs: 10,
        maxTokens: 5,
        warmUps: 1
      ),
      results: results
    )
  }

  private static func request(_ number: Int, shift: Double) -> RequestFigures {
    func time(_ milliseconds: Double) -> MonotonicTime {
      MonotonicTime(nanoseconds: UInt64(1e9 + (Double(number) * 200 + milliseconds) * 1e6))
    }
    let preset = Preset(name: "p", endpoint: Endpoint(name: "e", url: "http://e/v1"), model: "m")
    var reply = Reply(preset: preset, request: RequestID(1), started: time(0))
    reply.sent = time(0)
    let moments = [50 + shift + Double(number), 60 + shift + Double(number), 100 + shift]
    reply.firstDelta = moments.first.map(time)
    reply.marks = moments.map {
      Reply.Mark(Delta.Mark(time: time($0), lengthInBytes: 1), of: .content)
    }
    reply.ended = time(120 + shift)
    reply.ending = .finished(reason: "stop")
    return RequestFigures(of: reply, timesSent: 1)
  }

  @Test func isReadAgainAsItWasWritten() throws {
    let report = Self.report()
    let record = try #require(BenchRecord(text: report.json.text))
    #expect(record.made == report.made)
    #expect(record.settings == report.settings.json.asObject)
    for (load, samples) in report.samples {
      #expect(
        record.samples[load]?.keys.sorted { $0.rawValue < $1.rawValue }
          == samples.keys.sorted { $0.rawValue < $1.rawValue }
      )
      for (figure, values) in samples {
        let read = try #require(record.samples[load]?[figure])
        #expect(zip(read, values).allSatisfy { abs($0 - $1) < 1e-6 } && read.count == values.count)
      }
    }
  }

  @Test("takes nothing else", arguments: ["", "{}", "[]", #"{"made":"x","presets":[]}"#])
  func takesNothingElse(text: String) {
    #expect(BenchRecord(text: text) == nil)
  }

  @Test func againstItselfNothingHasChanged() throws {
    let report = Self.report()
    let record = try #require(BenchRecord(text: report.json.text))
    let comparison = BenchComparison(report, against: record)
    #expect(comparison.changes.count == 10)
    #expect(comparison.changes.allSatisfy { $0.adjustedP == 1 && abs($0.part ?? 1) < 1e-6 })
    #expect(comparison.differences == [])
    #expect(comparison.missing == [])
  }

  @Test func saysWhatHasChangedAndWhatIsNotThere() throws {
    let record = try #require(BenchRecord(text: Self.report().json.text))
    let slower = BenchComparison(Self.report(shift: 30), against: record)
    let rows = BenchTables.rows(of: slower)
    #expect(
      rows[0] == [
        "p, one at a time", "TTFT, ms", "54.0", "84.0", "+55.6 %", "< 0.001", "more than noise",
      ]
    )
    #expect(rows[1].last == "noise")
    let other = BenchComparison(Self.report("q"), against: record)
    #expect(other.changes == [])
    #expect(
      BenchTables.notes(on: other)
        == ["q, one at a time: was not measured then", "q, 4 at a time: was not measured then"]
    )
  }

  @Test func isATableForPeople() throws {
    let result = try #require(Self.report().results.first)
    #expect(
      BenchTables.facts(of: result)
        == "10 requests, 0 errors, 1.9 s, 5.21 requests/s (5.21–5.21), 15.6 tokens/s (15.6–15.6)"
    )
    #expect(
      BenchTables.rows(of: result)[0]
        == [
          "TTFT, ms", "54.5", "52.3–56.7", "54.0", "51.0–58.0", "58.0", "59.0", "–", "59.0", "59.0",
        ]
    )
    #expect(BenchTables.notes(on: result) == ["30 deltas, since the server counts no tokens"])
    #expect(
      BenchTables(Self.report()).facts
        == "2027-01-15 08:00 UTC · prompts of about 100 tokens, no two alike (seed 18446744073709551615), "
        + "10 runs, at most 5 tokens an answer, 1 request to warm up"
    )
  }

  @Test func aPageHoldsNothingThatIsNotEscaped() {
    var report = Self.report("<b>\"&")
    report.isComplete = false
    let text = BenchPage(report).text
    #expect(!text.contains("<b>"))
    #expect(text.contains("&lt;b&gt;"))
    #expect(text.contains("Not all was measured"))
    #expect(text.contains("<polyline"))
    #expect(!text.contains("<script") && !text.contains("nan") && !text.contains("inf"))
  }

  @Test func valuesWithCommasAreQuoted() {
    let lines = BenchCSV.text(Self.report("a,\"b\"")).split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("\"a,\"\"b\"\"\",1,e,m,10,0,0,0,"))
    let columns = lines[0].split(separator: ",").count
    #expect(lines[2].split(separator: ",", omittingEmptySubsequences: false).count == columns + 1)
  }
}

import Conversation
import Foundation
import JSON
import Measuring
import Support
import Testing

@testable import Reports

@Suite struct ComparisonReportTests {
  private func answer(_ lane: String, _ content: String, prompt: String = "p") -> AnswerRecord {
    AnswerRecord(
      JSONObject([
        ("cell", "00000000000000ff"), ("prompt", .string(prompt)), ("preset", .string(lane)),
        ("lane", .string(lane)), ("content", .string(content)), ("reasoning", .string(content)),
        ("timing", ["ttft_ms": 12.5, "total_ms": 100, "tokens_per_second": 50.0]),
        ("error", .null), ("incomplete", false), ("votes", []),
      ])
    )
  }

  private func report(_ lanes: [String]) -> ComparisonReport {
    let compared = lanes.map { label in
      var figures = LaneFigures()
      figures.count(answer(label, "x").figures)
      return ComparedLane(label: label, preset: label, figures: figures, standing: nil)
    }
    return ComparisonReport(
      lanes: compared,
      mode: "one by one",
      prompts: 1,
      runs: 1,
      made: WallTime(milliseconds: 1_700_000_000_000)
    )
  }

  private func page(_ answers: [AnswerRecord]) -> String {
    let page = ComparisonPage(report(answers.map(\.lane)))
    return page.opening + page.text(of: answers, number: 1) + page.closing
  }

  @Test func marksWhatAnAnswerHasOtherwise() {
    let page = page([answer("a", "one two four"), answer("b", "one three four")])
    #expect(page.contains(">one <span class=\"part\">≠</span><mark>three</mark> four</div>"))
    #expect(page.contains("<div class=\"text plain\">one two four</div>"))
  }

  @Test("is balanced and nothing in it acts", arguments: 0..<40 as Range<UInt64>)
  func isInert(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "<script>x</script>", "\" onload=\"x", "</div>", "&", "'", "<b>", "\u{1B}[2J", "漢", " ", "a",
      "\n", "]]>", "-->", "<!--",
    ]
    func text() -> String {
      (0..<12).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
    }
    let prompt = text()
    let page = page((0..<3).map { _ in answer(text(), text(), prompt: prompt) })
    let tags = HTMLTags(page)
    #expect(tags.unbalanced == [])
    #expect(tags.names.isDisjoint(with: ["script", "b", "img", "a"]))
    #expect(tags.attributes.filter { $0.hasPrefix("on") } == [])
    #expect(!page.contains("\u{1B}"))
  }

  @Test func markdownKeepsTheTextsApart() {
    let markdown = ComparisonMarkdown(report(["a|b"]))
    #expect(markdown.opening.contains("| a\\|b | 1 | 0 | 13 ms |"))
    #expect(
      markdown.text(of: [answer("a|b", "x\n```\ny", prompt: "# q")])
        == """

        ## Prompt

        ```text
        # q
        ```

        ### a\\|b

        TTFT 13 ms · total 100 ms · 50.0 tok/s

        ````text
        x
        ```
        y
        ````

        """
    )
  }

  @Test func tellsTheVerdictsOfItsOwnJudgeOnJustTheseAnswers() {
    func vote(
      _ judge: String,
      _ outcome: AnswerRecord.Outcome,
      of cells: [String]
    ) -> AnswerRecord.Vote {
      AnswerRecord.Vote(
        judge: judge,
        rubric: "r",
        outcome: outcome,
        cells: cells,
        isFlipped: false,
        reasons: ["says \(judge)"]
      )
    }
    let cells = ["00000000000000aa", "00000000000000bb"]
    let outcomes: [[AnswerRecord.Outcome]] = [[.won, .lost], [.lost, .won]]
    let answers = zip(cells, outcomes).map { cell, outcomes in
      var record = answer("lane \(cell.suffix(2))", "text")
      record.object["cell"] = .string(cell)
      record.votes = [
        vote("A", outcomes[0], of: cells.reversed()), vote("B", outcomes[1], of: cells),
        vote("A", outcomes[1], of: [cells[0], "00000000000000cc"]),
      ]
      return record
    }
    var report = report(["a", "b"])
    report.judge = ComparisonJudge(preset: "A", rubric: "r")
    let page = ComparisonPage(report)
    let first = page.text(of: answers, number: 1).components(separatedBy: "<h3>lane bb")
    #expect(page.opening.contains("judged by A, r"))
    #expect(first[0].contains("\u{B7} won") && !first[0].contains("lost"))
    #expect(first[1].contains("\u{B7} lost") && !first[1].contains("won"))
    #expect(first[1].contains("says A") && !first[1].contains("says B"))
    let markdown = ComparisonMarkdown(report).text(of: answers)
    #expect(markdown.contains("says A") && !markdown.contains("says B"))
    report.judge = nil
    #expect(!ComparisonMarkdown(report).text(of: answers).contains("won"))
  }

  @Test(
    "the last tick of a plot stands inside it",
    arguments: [9, 999, 250_000, 99_999_999_999_999] as [Double]
  )
  func theLastTickIsInside(greatest: Double) throws {
    var values = Distribution()
    values.record(greatest)
    let svg = FigurePlot(title: "t", lanes: [("a", values)]).svg
    let last = try #require(svg.components(separatedBy: "class=\"tick\" x=\"").last)
    let place = try #require(Double(last.prefix { $0 != "\"" }))
    let label = last.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
    #expect(place + Double(label.count) * 3.5 < 760)
  }

  @Test(arguments: [0.004, 0.9, 1, 7, 120, 999, 31_234, 1e9])
  func aScaleIsRoundAndHoldsAll(greatest: Double) {
    let scale = PlotScale(upTo: greatest)
    #expect(scale.end >= greatest)
    #expect((2...7).contains(scale.ticks.count))
    #expect(scale.ticks.last == scale.end)
  }

  @Test func anAnswerComesBackFromItsLine() throws {
    var record = answer("a", "one")
    record.note(expected: ["on", "two"])
    record.votes = [
      AnswerRecord.Vote(
        judge: "j",
        rubric: "r",
        outcome: .won,
        cells: ["1", "2"],
        isFlipped: false,
        reasons: ["because"]
      )
    ]
    let read = try #require(JSONValue(json: record.line).flatMap { AnswerRecord(line: $0) })
    #expect(read == record)
    #expect(read.missing == ["two"])
    #expect(read.figures.isMet == false)
  }
}

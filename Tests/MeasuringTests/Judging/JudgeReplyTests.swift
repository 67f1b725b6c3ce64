import Conversation
import Measuring
import Support
import Testing

@Suite struct JudgeReplyTests {
  @Test(
    "reads the verdict however a model dresses it",
    arguments: [
      ("Both fine.\nVERDICT: 2", TurnVote.Verdict.answer(1)),
      ("VERDICT: 1", .answer(0)),
      ("**Verdict: Answer 3**", .answer(2)),
      ("> *Final verdict* - the best answer is number 2.", .answer(1)),
      ("## Verdict\n\n**2**\n", .answer(1)),
      ("```\nVERDICT: 3\n```", .answer(2)),
      ("```json\n{\n  \"reasons\": \"1 is long\",\n  \"verdict\": \"2\"\n}\n```", .answer(1)),
      ("{\"verdict\": 2, \"reasons\": \"Answer 1 is wrong and answer 3 too\"}", .answer(1)),
      ("$\\boxed{VERDICT: 1}$", .answer(0)),
      ("VERDICT: \u{FF1A} 1", .answer(0)),
      ("VERDICT: TIE", .tie),
      ("The verdict is a tie between 1 and 2.", .tie),
      ("verdict: none", .allBad),
      ("VERDICT: neither 1 nor 2", .allBad),
      ("Verdict: 1 because of 2 or 3 things", .answer(0)),
      ("I quote it: VERDICT: 1\nNo.\nVERDICT: 2\n\nThank you.", .answer(1)),
      ("<think>VERDICT: 1</think>\nVERDICT: 3", .answer(2)),
      ("VERDICT: 2\r\n", .answer(1)),
      ("My verdict follows from the rubric.\nVERDICT: 2\nMy verdict stands.", .answer(1)),
    ]
  )
  func reads(text: String, verdict: TurnVote.Verdict) throws {
    #expect(try JudgeReply(text, on: 3, in: .given).verdict == verdict)
  }

  @Test(
    "says what is wrong with a reply that is no verdict",
    arguments: [
      ("", JudgeTrouble.empty),
      (" \n", .empty),
      ("<think>VERDICT: 1</think>", .empty), ("<think>so VERDICT: 1\nor", .empty),
      ("Answer 2 is the best.", .noVerdict),
      ("VERDICT: X", .noVerdict),
      ("VERDICT: not 1", .noVerdict),
      ("verdict", .noVerdict),
      ("VERDICT: 1, 2, 3, TIE or NONE", .severalVerdicts),
      ("VERDICT: 1/2", .severalVerdicts),
      ("VERDICT: answer 1 and answer 2", .severalVerdicts),
      ("VERDICT: 4", .noSuchAnswer(4, count: 3)),
      ("VERDICT: 0", .noSuchAnswer(0, count: 3)),
      ("VERDICT: 99999999999999999999999", .noVerdict),
    ]
  )
  func refuses(text: String, trouble: JudgeTrouble) {
    #expect(throws: trouble) { try JudgeReply(text, on: 3, in: .given) }
  }

  @Test func keepsTheReasonsWithoutTheLineOfTheVerdict() throws {
    let reply = try JudgeReply("\n1 is wrong.\n\n2 is right.\nVERDICT: 2\n", on: 2, in: .given)
    #expect(reply.reasons == "1 is wrong.\n\n2 is right.")
    let json = "{\"verdict\": 2, \"reasons\": \"so\"}"
    #expect(try JudgeReply(json, on: 2, in: .given).reasons == json)
  }

  @Test func namesAnswersByTheirOwnPlacesWhateverTheOrder() throws {
    #expect(try JudgeReply("VERDICT: 1", on: 5, in: .reversed).verdict == .answer(4))
    #expect(try JudgeReply("VERDICT: 3", on: 5, in: .reversed).verdict == .answer(2))
  }

  @Test(arguments: 2...9)
  func theReversedOrderSwapsEveryTwoAnswers(count: Int) {
    for one in 0..<count {
      #expect(
        JudgeOrder.reversed.place(JudgeOrder.reversed.place(one, of: count), of: count) == one
      )
      for other in 0..<one {
        let places = [one, other].map { JudgeOrder.reversed.place($0, of: count) }
        #expect(places[0] < places[1])
      }
    }
  }

  @Test func aVerdictThatFlipsWithTheOrderIsATie() throws {
    func judgement(_ given: String, _ reversed: String) throws -> Judgement {
      Judgement(
        given: try JudgeReply("a\nVERDICT: \(given)", on: 3, in: .given),
        reversed: try JudgeReply("b\nVERDICT: \(reversed)", on: 3, in: .reversed)
      )
    }
    #expect(try judgement("1", "3").verdict == .answer(0))
    #expect(try judgement("1", "3").isFlipped == false)
    // The first place both times.
    #expect(try judgement("1", "1").verdict == .tie)
    #expect(try judgement("1", "1").isFlipped)
    #expect(try judgement("NONE", "TIE").verdict == .tie)
    #expect(try judgement("NONE", "NONE").verdict == .allBad)
    #expect(try judgement("1", "1").reasons == ["a", "b"])
  }

  @Test(arguments: Soak.seeds(300, whole: 20_000))
  func anyTextIsReadOrRefused(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "verdict", "VERDICT:", " ", "\n", "1", "2", "or", "tie", "NONE", "<think>", "</think>",
      "\u{301}",
      "{\"", "\r\n", "é", "٣", "²",
    ]
    let text = (0..<12).compactMap { _ in pieces.randomElement(using: &random) }.joined()
    let reply = try? JudgeReply(text, on: 2, in: .reversed)
    #expect([nil, .answer(0), .answer(1), .tie, .allBad].contains(reply?.verdict))
  }
}

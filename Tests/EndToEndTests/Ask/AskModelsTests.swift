import Foundation
import Support
import Testing

/// `weir models`.
@Suite(.timeLimit(.minutes(1))) struct AskModelsTests {
  typealias Outcome = BuiltProgram.Outcome

  private let good = LoopbackServer(
    answer: LoopbackAnswer.http10(body: #"{"data":[{"id":"a","max_model_len":9},{"id":"b"}]}"#)
  )
  private let bad = LoopbackServer(answer: LoopbackAnswer.http10(body: "[1"))

  private var configuration: String {
    """
    [endpoint.good]
    url = "\(good.url)"
    [endpoint.bad]
    url = "\(bad.url)"
    """
  }

  private func models(_ arguments: String...) throws -> Outcome {
    try RunningProgram(["models"] + arguments, configuration: configuration).outcome()
  }

  @Test func listsOneEndpointByName() throws {
    #expect(try models("good") == Outcome(status: 0, output: "a\nb\n"))
  }

  @Test func goesOnWhereOneEndpointFails() throws {
    let outcome = try models()
    #expect(outcome.status == 3)
    #expect(outcome.output == "good  a  9\ngood  b\n")
    #expect(outcome.errors.hasPrefix("weir: decode: bad: "))
  }

  @Test func listsInOneArray() throws {
    #expect(
      try models("good", "--json")
        == Outcome(
          status: 0,
          output:
            #"[{"endpoint":"good","models":[{"id":"a","context_length":9},"#
            + #"{"id":"b","context_length":null}],"error":null}]"# + "\n"
        )
    )
  }

  @Test func namesCannotTurnTheLineAround() throws {
    let server = LoopbackServer(
      answer: LoopbackAnswer.http10(body: "{\"data\":[{\"id\":\"a\u{202E}b\u{9B}c\"}]}")
    )
    let outcome = try RunningProgram(
      ["models", "e", "--json"],
      configuration: "[endpoint.e]\nurl = \"\(server.url)\"\n"
    ).outcome()
    #expect(outcome.output.contains(#""id":"a\u202eb\u009bc""#))
  }

  @Test func listsTheDemo() throws {
    #expect(try models("demo").output.hasPrefix("tour\nslow\n"))
  }

  @Test func namesWhatThereIs() throws {
    #expect(
      try models("nope")
        == Outcome(
          status: 2,
          errors: "weir: there is no endpoint named nope; there are good, bad, demo\n"
        )
    )
  }
}

import Broker
import Conversation
import Testing

@testable import DemoEndpoint

@Suite(.timeLimit(.minutes(1))) struct DemoServerTests {
  @Test(arguments: DemoModel.guided.filter { $0 != .busy && $0 != .cutOff })
  func answersInFull(model: DemoModel) async throws {
    let message = try await DemoClient().reply(from: model.name)
    #expect(message.content == model.text)
    #expect(message.reply?.ending == .finished(reason: "stop"))
    #expect(message.reply?.usage?.promptTokens == 2)
    #expect(message.reply?.usage?.completionTokens == message.reply?.marks.count)
  }

  @Test func sendsReasoningApart() async throws {
    let message = try await DemoClient().reply(from: "reasoning")
    #expect(message.reply?.reasoning == DemoText.thinking)
    #expect(message.content == DemoText.afterThinking)
  }

  @Test func answersALaterTurnWithAnotherText() async throws {
    let message = try await DemoClient().reply(from: "tour", to: ["a", "b c d"])
    #expect(message.content == DemoText.followUp(to: "b c d", turn: 2, model: "tour"))
  }

  @Test(arguments: ["tour", "reasoning", "split-utf8"])
  func saysTheSameInOnePiece(model: String) async throws {
    let streamed = try await DemoClient().reply(from: model)
    let whole = try await DemoClient().reply(from: model, delivery: .whole)
    #expect(whole.content == streamed.content)
    #expect(whole.reply?.reasoning == streamed.reply?.reasoning)
    #expect(whole.reply?.usage == streamed.reply?.usage)
    #expect(whole.reply?.ending == streamed.reply?.ending)
  }

  @Test func breaksTheConnectionInMidAnswer() async throws {
    let message = try await DemoClient().reply(from: "cut-off")
    #expect(message.content == DemoText.cutOff.firstHalf)
    guard case .failed(let error)? = message.reply?.ending else {
      Issue.record("ended with \(String(describing: message.reply?.ending))")
      return
    }
    #expect(error.kind == .transport)
  }

  @Test func leavesTheEndUnsaid() async throws {
    let message = try await DemoClient().reply(from: "unfinished")
    #expect(message.content == DemoText.cutOff.firstHalf)
    #expect(message.reply?.ending == .incomplete)
  }

  @Test(arguments: [("busy", 429), ("no-such-model", 404)])
  func refuses(model: String, status: Int) async throws {
    let message = try await DemoClient().reply(from: model)
    guard case .failed(let error)? = message.reply?.ending else {
      Issue.record("ended with \(String(describing: message.reply?.ending))")
      return
    }
    #expect(error.kind == .api)
    #expect(error.status == status)
  }

  @Test func keepsToMaxTokens() async throws {
    let message = try await DemoClient().reply(from: "flat-9", parameters: [.maxTokens: 2])
    #expect(message.content == "w000001 w000002 ")
    #expect(message.reply?.ending == .finished(reason: "length"))
  }

  @Test func sendsManyWordsWithoutLoss() async throws {
    let message = try await DemoClient().reply(from: "flat-20000")
    #expect(message.content.utf8.count == 160_000)
    #expect(message.content.hasSuffix(" w020000 "))
    #expect(message.reply?.marks.count == 20_000)
  }

  @Test func listsItsModels() async throws {
    let models = try await DemoClient().models()
    #expect(models == DemoModel.listed.map { ModelInfo(id: $0.name, owner: "weir") })
  }
}

extension DemoModel {
  /// What it answers to a first question.
  fileprivate var text: String {
    guard case .script(let script) = answer(to: "", turn: 1) else { return "" }
    return script.steps.reduce(into: "") { text, step in
      switch step {
      case .content(let word), .torn(let word): text += word
      case .reasoning, .wait, .breakOff: break
      }
    }
  }
}

import Archive
import Broker
import Conversation

/// One question to one preset, and its answer on standard output.
struct AskRequest {
  /// What is written when the answer has ended.
  enum Form {
    case text
    case object
  }

  let preset: Preset
  let prompt: UserMessage
  /// The conversation that it goes on with; `nil` begins one.
  var conversation: StoredConversation?
  /// Where the conversation is kept; `nil` keeps nothing.
  var archive: Archive?

  /// Sends the question and returns when the answer has ended; SIGINT, SIGTERM and SIGHUP cancel it.
  ///
  /// A reader of standard output who goes away ends it quietly.
  func run(over exchange: Exchange, as form: Form, channels: ReplyPrinter.Channels) -> ExitStatus {
    var tree = conversation.map { MessageTree($0) } ?? .new()
    var record = conversation?.record ?? .new()
    record.setTitle(ConversationRecord.title(from: prompt.text), from: .firstMessage)
    var keeper = archive.map { ConversationKeeper($0, given: conversation?.record) }
    let question = tree.addUserMessage(prompt, under: tree.answered(tree.newestLeaf), at: .now())
    let id = exchange.makeRequestID()
    let answer = tree.addReply(
      Reply(preset: preset, request: id, started: .now()),
      under: question,
      at: .now()
    )
    var options = MessageTree.SendingOptions(of: preset)
    options.system = record.system ?? options.system
    let messages = tree.chatMessages(to: question, options)
    exchange.starter.start(
      ChatRequest(id: id, preset: preset, messages: messages, isRecorded: keeper != nil)
    )
    var printer = ReplyPrinter(channels: channels)
    do throws(StandardOutput.Closed) {
      while tree[answer].reply?.isStreaming == true {
        keeper?.keep(&tree, of: record)
        switch exchange.wait(until: keeper?.deadline) {
        case .interrupted: exchange.starter.cancel(id)
        case .events(let events):
          keeper?.take(events)
          for event in events {
            tree.apply(event)
            try printer.show(event)
          }
        case .input: break
        }
      }
      if case .object = form {
        try StandardOutput.write(ReplyReport(message: tree[answer]).json.printableText + "\n")
      }
    } catch {
      exchange.starter.cancel(id)
      let end = StreamEvent(request: id, time: .now(), kind: .ended(.cancelled))
      keeper?.take([end])
      tree.apply(end)
      keeper?.complete(&tree, of: record)
      return error.report()
    }
    keeper?.complete(&tree, of: record)
    let status = tree[answer].reply?.ending.map(ExitStatus.init) ?? .failure
    return status == .cancelled ? exchange.stopStatus : status
  }
}

extension AskRequest {
  /// A model that takes no images would fail, or answer as if it had seen them.
  func checkImages() throws(UsageProblem) {
    if prompt.hasImages, !preset.takesImages {
      throw UsageProblem(preset.refusalOfImages)
    }
  }
}

extension ExitStatus {
  /// What the end of a reply means to whoever started weir.
  init(_ ending: Ending) {
    self =
      switch ending {
      case .finished: .success
      case .incomplete: .endpoint
      case .cancelled, .interrupted: .cancelled
      case .failed(let error): error.isTimeLimit ? .timeLimit : .endpoint
      }
  }
}

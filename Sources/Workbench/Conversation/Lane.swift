import Conversation
import Measuring

/// One column of the conversation: a preset, the path through the tree that it shows, and its view.
package struct Lane: Sendable {
  /// Names a lane for as long as the program runs, wherever it moves.
  package struct ID: Sendable, Hashable {
    package var rawValue: Int
  }

  package let id: ID
  /// The preset of the next request; what a reply was made with stands in the reply.
  package var preset: Preset
  /// What is set for this lane alone, over its preset.
  package internal(set) var cell = SweepCell()
  /// The last message of the path shown; `nil` while nothing was said.
  package internal(set) var tip: MessageID?
  /// The request that streams into this lane.
  package internal(set) var request: RequestID?
  /// Messages typed while a reply streams, oldest first; each is sent when the reply before it ended.
  package internal(set) var queue: [UserMessage] = []
  /// The turns to answer, oldest first; the reply that streams is not among them.
  package internal(set) var pending: [PendingAnswer] = []
  /// The answer to show again once the turns are answered that lie before it.
  var returnsTo: MessageID?
  package internal(set) var warmth = LaneWarmth.cold
  /// When a stream last ended here by itself, so that an Esc meant for it does nothing.
  var endedByItself: MonotonicTime?
  /// The part of the width that it takes where others are beside it, against theirs; 1 to 3.
  package internal(set) var weight = 1
  package internal(set) var meter = StreamMeter()
  /// The meter as the screen shows it, refreshed at most four times a second.
  package internal(set) var figures = StreamFigures()
  package internal(set) var scroll = ScrollPosition.following
  /// Whether a view that follows moves by several rows at once; from the start of a stream until the reader
  /// asks for the end of what came, or the screen changes.
  var followsInSteps = false
  /// The message of the path that keys act on; `nil` means the last one.
  package internal(set) var selected: MessageID? {
    didSet { element = nil }
  }
  /// The part of the selected message that keys act on; `nil` for the message itself.
  package internal(set) var element: LaneElement?
  /// Messages whose reasoning is shown against the default.
  package internal(set) var toggledReasoning: Set<MessageID> = []
  /// Messages whose Markdown is shown as it was sent.
  package internal(set) var rawMessages: Set<MessageID> = []
  /// Whether long lines of code are broken, rather than cut at the edge.
  package internal(set) var wrapsCode = false
  /// The columns by which code is moved to the left.
  package internal(set) var codeOffset = 0
  /// Whether the lines of code are numbered.
  package internal(set) var numbersCode = false
  package internal(set) var text = LaneText()
  /// What the lane showed before it was taken back in time; `nil` at the end.
  @Boxed var past: LanePast? = nil
  /// How its last answer differs from the baseline's, where that is marked.
  package internal(set) var difference: LaneDifference?
  /// What `difference` was made from.
  @Boxed var comparison: DifferenceRecord? = nil
  /// Where its last answer stands beside the focused lane's, while they scroll in step.
  @Boxed var alignment: LaneAlignment? = nil
  /// The difference that was gone to last, in bytes of the answer.
  var stoodAt: Int?
  /// What the path takes of its model's window without its last message, as counted last.
  var contextBase: ContextBase?

  init(id: ID, preset: Preset, tip: MessageID?) {
    self.id = id
    self.preset = preset
    self.tip = tip
  }

  package var isStreaming: Bool { request != nil }

  /// The request that warms its model up.
  package var warmUp: RequestID? {
    if case .warming(let request) = warmth { return request }
    return nil
  }

  /// Whether a reply streams, or waits for its time to.
  package var isBusy: Bool { isStreaming || !pending.isEmpty }

  /// Whether a message's reasoning is unfolded, or its files; these are folded unless they are wanted.
  func showsReasoning(of message: Message, byDefault: Bool) -> Bool {
    toggledReasoning.contains(message.id) != (byDefault && message.isReply)
  }
}

import Conversation

/// The events made of one piece of network input, adjacent deltas merged as they are made.
package struct EventBatch {
  private let request: RequestID
  /// The arrival of the input.
  private let time: MonotonicTime
  private var done: [StreamEvent] = []
  private var open: Delta?
  /// Whether content or reasoning came.
  package private(set) var hasText = false
  /// Whether anything of the reply itself came: text, a refusal or a tool call.
  package private(set) var hasContent = false

  package init(request: RequestID, time: MonotonicTime) {
    self.request = request
    self.time = time
  }

  package mutating func append(_ kind: StreamEvent.Kind) {
    close()
    if case .toolCall = kind { hasContent = true }
    done.append(StreamEvent(request: request, time: time, kind: kind))
  }

  /// Adds a piece of text as one delta; empty text is no delta.
  ///
  /// - Returns: Whether there was text.
  @discardableResult
  package mutating func append(
    _ channel: Delta.Channel,
    utf8: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard !utf8.isEmpty else { return false }
    hasContent = true
    if channel != .refusal { hasText = true }
    let text = String(decoding: utf8, as: UTF8.self)
    if open?.channel == channel {
      open?.text += text
      open?.marks.append(Delta.Mark(time: time, lengthInBytes: utf8.count))
    } else {
      close()
      open = Delta(channel: channel, text: text, time: time)
    }
    return true
  }

  package mutating func takeEvents() -> [StreamEvent] {
    close()
    defer { done = [] }
    return done
  }

  private mutating func close() {
    guard let delta = open else { return }
    open = nil
    done.append(StreamEvent(request: request, time: time, kind: .delta(delta)))
  }
}

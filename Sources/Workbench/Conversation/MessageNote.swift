import Conversation

/// A block under a reply that says what the text does not: how it ended, what to do, what else came.
package struct MessageNote: Sendable, Hashable {
  package let role: Role
  package let text: String
}

extension MessageNote {
  /// The notes of a message, in the order shown; `keyMap` names the keys that help.
  static func notes(of message: Message, keyMap: KeyMap) -> [MessageNote] {
    guard let reply = message.reply else { return [] }
    var notes = reply.notices.map { MessageNote(role: .muted, text: $0) }
    if !reply.refusal.isEmpty {
      notes.append(MessageNote(role: .warning, text: "refusal: \(reply.refusal)"))
    }
    for call in reply.toolCalls {
      notes.append(
        MessageNote(
          role: .accent,
          text: "tool call \(call.name)(\(call.arguments)) \u{2013} not run by weir"
        )
      )
    }
    if let ending = reply.ending, let note = note(of: ending, message: message, keyMap: keyMap) {
      notes.append(note)
    }
    return notes
  }

  /// The notes of a message, without what a server says in its own words.
  static func notesWithoutNames(of message: Message, keyMap: KeyMap) -> [MessageNote] {
    var shown = message
    shown.reply?.notices = []
    if case .failed? = message.reply?.ending {
      shown.reply?.ending = .cancelled
      let vote = keyMap.notation(for: .vote) ?? "/vote"
      return notes(of: shown, keyMap: keyMap).dropLast() + [
        MessageNote(role: .error, text: "failed; why is hidden until you vote (\(vote))")
      ]
    }
    return notes(of: shown, keyMap: keyMap)
  }

  private static func note(of ending: Ending, message: Message, keyMap: KeyMap) -> MessageNote? {
    let again = keyMap.notation(for: .regenerate).map { "\($0) asks again" }
    let goOn = keyMap.notation(for: .continueReply).map { "\($0) in the conversation continues" }
    let isEmpty = message.content.isEmpty
    let help = [again, isEmpty ? nil : goOn].compactMap { $0 }.joined(separator: ", ")
    switch ending {
    case .finished(reason: "length"):
      return MessageNote(role: .warning, text: "cut off at the token limit (length). \(help)")
    case .finished(reason: "content_filter"):
      return MessageNote(role: .warning, text: "stopped by the server's content filter. \(help)")
    case .finished: return nil
    case .incomplete:
      return MessageNote(
        role: .warning,
        text: "incomplete: the stream ended with neither a finish reason nor [DONE]. \(help)"
      )
    case .cancelled: return MessageNote(role: .muted, text: "stopped. \(help)")
    case .interrupted:
      return MessageNote(
        role: .warning,
        text: "cut off: weir ended while this arrived; what came until then is here. \(help)"
      )
    case .failed(let error):
      let text = sentence("\(error)") + " " + help
      guard message.wasRefused else { return MessageNote(role: .error, text: text) }
      return MessageNote(role: .error, text: text + leftOut(keyMap))
    }
  }

  private static func leftOut(_ keyMap: KeyMap) -> String {
    let edit = keyMap.notation(for: .editMessage).map { "; \($0) in the conversation edits it" }
    return ". The message is left out of what is sent from now on" + (edit ?? "")
  }

  /// The text with a full stop where it has no end of its own.
  private static func sentence(_ text: String) -> String {
    guard let last = text.last, !".?!".contains(last) else { return text }
    return text + "."
  }
}

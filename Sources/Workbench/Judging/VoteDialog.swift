import Conversation

/// The question which of a turn's answers is the best, and then why.
///
/// While the cursor has not been moved, a key takes its choice; all else that is typed is the reason, and nothing of it is lost.
package struct VoteDialog: Sendable {
  /// Something that can be voted for.
  package struct Choice: Sendable {
    /// `nil` takes the earlier vote back.
    package let verdict: TurnVote.Verdict?
    /// The key that takes it at once; empty for a lane without one.
    package let key: String
    package let words: String
  }

  package let choices: [Choice]
  package internal(set) var cursor: Int
  /// Why, in the user's words.
  package internal(set) var note: TextEditor
  /// Whether the note is being written, and not the verdict chosen.
  package internal(set) var isNoting = false
  /// Whether somebody has said which verdict it is; otherwise the note came first.
  package private(set) var hasChosen: Bool
  /// Whether the cursor was moved by hand: what is typed is the note then, and no key of a choice.
  private var isWalked = false
  /// What is wrong with what was typed last; `nil` for nothing.
  private var complaint: String?
  /// What the answers reply to.
  let turns: Set<MessageID>
  let answers: [VotedAnswer]

  /// The names are of the lanes that show the answers, in their order; an earlier vote is offered to be changed.
  init(_ compared: ComparedAnswers, names: [String], earlier: TurnVote?) {
    let lanes = names.enumerated().map { place, name in
      Choice(verdict: .answer(place), key: place < 9 ? "\(place + 1)" : "", words: name)
    }
    let all = names.count == 2 ? "both are" : "all are"
    let takingBack = Choice(verdict: nil, key: "x", words: "take my vote back")
    let choices =
      lanes + [
        Choice(verdict: .tie, key: "t", words: "a tie"),
        Choice(verdict: .allBad, key: "b", words: "\(all) bad"),
      ] + (earlier == nil ? [] : [takingBack])
    self.choices = choices
    turns = compared.turns
    answers = compared.answers
    // The lanes may have been moved since.
    let best = earlier?.winner.flatMap { best in
      compared.answers.firstIndex { $0.reply == best.reply }
    }
    let verdict = best.map { TurnVote.Verdict.answer($0) } ?? earlier?.verdict
    note = TextEditor(earlier?.note ?? "")
    hasChosen = earlier != nil
    cursor = verdict.flatMap { verdict in choices.firstIndex { $0.verdict == verdict } } ?? 0
  }

  mutating func move(by step: Int) {
    cursor = max(0, min(cursor + step, choices.count - 1))
    (isWalked, hasChosen, complaint) = (true, true, nil)
  }

  /// Goes on from what the cursor is on to the note.
  mutating func accept() {
    (isNoting, hasChosen, complaint) = (true, true, nil)
  }

  /// Goes from the note back to the choices, whose keys count again; the note is kept.
  mutating func chooseAgain() { (isNoting, isWalked, complaint) = (false, false, nil) }

  /// Takes a choice by its key; `false` where none has it, or where what is typed is the note.
  ///
  /// A verdict is asked for a note next; that the vote is taken back has to be accepted.
  mutating func choose(_ key: String) -> Bool {
    guard !isWalked, !key.isEmpty, let place = choices.firstIndex(where: { $0.key == key }) else {
      return false
    }
    cursor = place
    (isNoting, hasChosen, complaint) = (!takesBack, true, nil)
    return true
  }

  /// Gets ready for text that is no key of a choice; `false` where it cannot be a note.
  mutating func beginNote(with text: String) -> Bool {
    if takesBack {
      complaint = "a vote that is taken back has no reason"
    } else if !isWalked, text.count == 1, text.first?.isNumber == true {
      complaint = "there is no lane \(text) to vote for"
    } else {
      (isNoting, complaint) = (true, nil)
    }
    return isNoting
  }

  /// What the next key does, in words; `accept` is the key that accepts.
  package func guidance(accept: String) -> (text: String, isComplaint: Bool) {
    if let complaint { return (complaint, true) }
    if isNoting {
      return (hasChosen ? "now why" : "why first, then \(accept) and the choice", false)
    }
    if takesBack { return ("\(accept) takes your vote back", false) }
    if isWalked { return ("\(accept) chooses; what you type is why", false) }
    let keys = choices.map(\.key).filter { !$0.isEmpty }.joined(separator: " ")
    return ("choose: \(keys), or go there", false)
  }

  package var chosen: Choice { choices[cursor] }

  /// Whether what is chosen is no vote but takes back the earlier one.
  package var takesBack: Bool { chosen.verdict == nil }
}

/// The answers of several lanes to one turn, as a vote or a judge compares them.
struct ComparedAnswers: Sendable, Hashable {
  /// What they reply to: several messages, where each lane goes on from its own answers.
  let turns: Set<MessageID>
  let replies: [MessageID]
  /// The lanes' indices, at this moment.
  let lanes: [Int]
  let answers: [VotedAnswer]
}

import Conversation

/// The question which of a turn's answers is the best, and then why.
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
  /// Whether the verdict is chosen, and the note is being written.
  package internal(set) var isNoting = false
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
    cursor = verdict.flatMap { verdict in choices.firstIndex { $0.verdict == verdict } } ?? 0
  }

  mutating func move(by step: Int) { cursor = max(0, min(cursor + step, choices.count - 1)) }

  /// Takes a choice by its key; `false` where none has it.
  ///
  /// A verdict is asked for a note next.
  mutating func choose(_ key: String) -> Bool {
    guard let place = choices.firstIndex(where: { $0.key == key && !key.isEmpty }) else {
      return false
    }
    cursor = place
    isNoting = chosen.verdict != nil
    return true
  }

  package var chosen: Choice { choices[cursor] }

  /// Whether what is chosen is no vote but takes back the earlier one.
  var takesBack: Bool { chosen.verdict == nil }
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

extension CommandTable {
  /// What follows the leader for votes and judges.
  static let judging = [
    Command(.vote, .leader, "v", "vote for the best of the lanes' answers", hint: "vote"),
    Command(
      .toggleBlindMode,
      .leader,
      "V",
      "hide whose answers are whose until the vote, in random order",
      hint: "blind"
    ),
    Command(
      .showVotes,
      .leader,
      "R",
      "show the votes on this turn, and the reasons",
      hint: "reasons"
    ),
    Command(.showTally, .leader, "T", "show what all votes come to", hint: "tally"),
    Command(
      .judge,
      .leader,
      "J",
      "have a preset judge which of the lanes' answers is the best",
      hint: "judge"
    ),
    Command(
      .merge,
      .leader,
      "M",
      "have a preset write one answer from those of all lanes",
      hint: "merge"
    ),
  ]

  /// What acts in the tally.
  static let tally = [
    Command(
      .tallyNextTag,
      .tally,
      "l Right",
      "count the conversations with the next tag",
      hint: "tag"
    ),
    Command(.tallyPreviousTag, .tally, "h Left", "count those with the tag before"),
    Command(.tallyVoters, .tally, "w", "count your votes, a judge's, or all", hint: "whose votes"),
    Command(.tallyDown, .tally, "j", "down", hint: "choose"),
    Command(.tallyUp, .tally, "k", "up"),
    Command(.tallyCopy, .tally, "y", "copy the table", hint: "copy"),
  ]
}

extension CommandTable {
  /// What follows the leader for lanes.
  static let lanes = [
    Command(.zoomLane, .leader, "o", "zoom the focused lane", hint: "zoom"),
    Command(.nextLane, .leader, "Tab", "focus the next lane", hint: "lane"),
    Command(.addLane, .leader, "+", "add a lane with the selected preset", hint: "add"),
    Command(.dropLane, .leader, "-", "drop the focused lane", hint: "drop"),
    Command(
      .stopOrCloseLane,
      .leader,
      "x",
      "stop the focused lane, or close it",
      hint: "stop lane"
    ),
    Command(.stopAll, .leader, "X", "stop all lanes, and a judge at work", hint: "stop all"),
    Command(.moveLaneLeft, .leader, "<", "move the lane left", hint: "lane left"),
    Command(.moveLaneRight, .leader, ">", "move the lane right", hint: "lane right"),
    Command(
      .laneParameters,
      .leader,
      "e",
      "give the lane parameters of its own; several values make a lane each",
      hint: "parameters"
    ),
    Command(.scrollInStep, .leader, "s", "scroll the lanes in step, by paragraph", hint: "in step"),
    Command(
      .markDifferences,
      .leader,
      "d",
      "mark how answers differ from the baseline lane's, word by word",
      hint: "differences"
    ),
    Command(
      .onlyDifferences,
      .leader,
      "D",
      "show only what differs, with a line around it, or all",
      hint: "only differences"
    ),
    Command(.setBaseline, .leader, "B", "compare the others with this lane", hint: "baseline"),
    Command(.nextDifference, .leader, ".", "go to the next difference", hint: "next difference"),
    Command(.previousDifference, .leader, ",", "go to the difference before"),
    Command(
      .foldSameLanes,
      .leader,
      "=",
      "show lanes with the same answer as one, or all of them",
      hint: "fold same"
    ),
    Command(
      .timeRuler,
      .leader,
      "t",
      "show the lanes at any moment of the turn, on one clock",
      hint: "time ruler"
    ),
    Command(
      .freeze,
      .leader,
      "Space",
      "freeze the streams on screen, or go on live",
      hint: "freeze"
    ),
    Command(.widenLane, .leader, "w", "make the lane wider, up to three times", hint: "wider"),
    Command(
      .changeKept,
      .leader,
      "k",
      "go on from this lane's answers in all lanes, or in each from its own",
      hint: "go on from"
    ),
    Command(
      .joinConversation,
      .leader,
      "j",
      "have the lane answer the turns that its preset missed",
      hint: "join"
    ),
    Command(
      .changeAskingOrder,
      .leader,
      "f",
      "ask the lanes in parallel, one by one, or in random order",
      hint: "order"
    ),
    Command(.toggleWarmUp, .leader, "F", "warm models up before each answer", hint: "warm up"),
  ]
}

extension CommandTable {
  /// What the keys do in the conversation while the inspector is on screen.
  static let inspector = [
    Command(.inspectorNextPage, .inspector, "Tab", "next page", hint: "page"),
    Command(.inspectorPreviousPage, .inspector, "Shift-Tab", "previous page"),
    Command(.inspectorBackward, .inspector, "h Left <", "back by a delta or token", hint: "back"),
    Command(.inspectorForward, .inspector, "Right >", "on by a delta or token", hint: "on"),
    Command(
      .inspectorLogProbs,
      .inspector,
      "l",
      "on the page of tokens, turn log-probs on or off; on others, on by a delta",
      hint: "log-probs"
    ),
    Command(
      .inspectorAlternatives,
      .inspector,
      "a",
      "show or hide the alternatives to the token",
      hint: "alternatives"
    ),
    Command(.inspectorNextAlternative, .inspector, "]", "choose the next alternative"),
    Command(.inspectorPreviousAlternative, .inspector, "[", "choose the alternative before"),
    Command(
      .inspectorBranch,
      .inspector,
      "b",
      "go on from the chosen alternative, as a sibling",
      hint: "branch"
    ),
    Command(.inspectorDown, .inspector, "j Down", "down a row, or on by ten deltas", hint: "down"),
    Command(.inspectorUp, .inspector, "k Up", "up a row, or back by ten deltas"),
    Command(.inspectorPageDown, .inspector, "PgDn", "on by a screen"),
    Command(.inspectorPageUp, .inspector, "PgUp", "back by a screen"),
    Command(
      .inspectorNextMark,
      .inspector,
      "} Ctrl-Right",
      "on to the next stall, odd frame or unlikely token",
      hint: "next stall"
    ),
    Command(
      .inspectorPreviousMark,
      .inspector,
      "{ Ctrl-Left",
      "back to the stall, odd frame or unlikely token before"
    ),
    Command(.inspectorStart, .inspector, "g Home", "to the first delta or token"),
    Command(
      .inspectorEnd,
      .inspector,
      "G End",
      "to the last one, and along with what arrives",
      hint: "end"
    ),
    Command(
      .inspectorSlices,
      .inspector,
      "t",
      "on the page of gaps, a cell a delta or a cell a slice of time",
      hint: "slices"
    ),
    Command(
      .inspectorHeads,
      .inspector,
      "s",
      "on the raw page, the request and the heads, or the frames",
      hint: "request"
    ),
    Command(
      .inspectorCopy,
      .inspector,
      "y",
      "copy: of times and gaps the figures, of raw the frame at the cursor as it came, or the request as a command",
      hint: "copy"
    ),
    Command(
      .inspectorCopyAll,
      .inspector,
      "Y",
      "on the raw page, copy the response's body as it came, or the request's"
    ),
    Command(
      .inspectorFilter,
      .inspector,
      "f",
      "on the raw page, list all frames, the odd ones, those with text, or those without",
      hint: "filter"
    ),
    Command(.inspectorFind, .inspector, "/", "on the raw page, search the frames", hint: "find"),
    Command(
      .inspectorNextHit,
      .inspector,
      "n",
      "on the raw page, to the next frame it is found in"
    ),
    Command(
      .inspectorPreviousHit,
      .inspector,
      "N",
      "on the raw page, to the frame before that it is found in"
    ),
    Command(.inspectorClose, .inspector, "Esc", "close the inspector", hint: "close"),
  ]
}

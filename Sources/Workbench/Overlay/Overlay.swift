/// What lies over the panes and takes the keys; at most one at a time.
package enum Overlay: Sendable {
  /// The keys; the payload is the first line shown.
  case help(top: Int)
  case list(ListOverlay)
  case tree(TreeOverlay)
  case removal(RemovalDialog)
  /// The conversation's system prompt being edited.
  case systemPrompt(TextEditor)
  case line(LineDialog)
  case output(CommandOutput)
  case details(MessageDetails)
  case figures(TurnTable)
  case vote(VoteDialog)
  case tally(TallyView)
  /// The address of a link, before it is opened.
  case link(String)
  case conversations(ConversationList)
  case search(MessageSearch)
}

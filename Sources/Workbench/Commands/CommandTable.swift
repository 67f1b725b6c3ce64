/// The table of all commands, in the order in which help and docs show them.
package enum CommandTable {
  package static let commands: [Command] =
    everywhere + leader + lanes + judging + prompt + conversation + selection + ruler + inspector
    + tree + figures + tally + sidebar + conversationList + overlay

  /// The commands that the hint line names, with their words.
  package static let hints: [KeyContext: [(CommandID, String)]] = commands.reduce(into: [:]) {
    if let hint = $1.hint { $0[$1.context, default: []].append(($1.id, hint)) }
  }

  /// - Returns: The command's row; every id has one (a test sees to it).
  package static func command(_ id: CommandID) -> Command? {
    commands.first { $0.id == id }
  }

  private static let everywhere = [
    Command(.help, .everywhere, "F1", "show the keys", hint: "help"),
    Command(
      .presetPicker,
      .everywhere,
      "F2",
      "pick a preset, or type any model name",
      hint: "presets"
    ),
    Command(.toggleLanes, .everywhere, "F3", "turn lanes on or off", hint: "lanes"),
    Command(
      .toggleInspector,
      .everywhere,
      "F4",
      "watch the reply: where its time went, its gaps, its tokens",
      hint: "watch"
    ),
    Command(.regenerate, .everywhere, "F5", "ask again; the old reply stays as a sibling"),
    Command(
      .turnFigures,
      .everywhere,
      "F6",
      "show the figures of the turn's answers",
      hint: "figures"
    ),
    Command(.themes, .everywhere, "F7", "choose a theme, with live preview"),
    Command(.interrupt, .everywhere, "^C", "stop the stream, else clear the prompt, else quit"),
    Command(.suspend, .everywhere, "^Z", "suspend weir"),
    Command(.redraw, .everywhere, "^L", "redraw the screen"),
    Command(.leader, .everywhere, "^X", "wait for a second key", hint: "more"),
    Command(.palette, .everywhere, "Alt-x", "find a command by name"),
    Command(.nextPane, .everywhere, "Tab", "next pane", hint: "pane"),
    Command(.previousPane, .everywhere, "Shift-Tab", "previous pane"),
    Command(.escape, .everywhere, "Esc", "close, stop the stream (twice: all), or change pane"),
  ]

  private static let leader = [
    Command(.newConversation, .leader, "n", "new conversation", hint: "new"),
    Command(
      .lastConversation,
      .leader,
      "u",
      "go back to the conversation before, and again",
      hint: "back"
    ),
    Command(.listConversations, .leader, "l", "list the conversations", hint: "list"),
    Command(.searchMessages, .leader, "/", "search all conversations", hint: "search"),
    Command(.renameConversation, .leader, "r", "give the conversation a title", hint: "rename"),
    Command(.tagConversation, .leader, "#", "give the conversation tags", hint: "tags"),
    Command(.pinConversation, .leader, "P", "pin the conversation, or no longer", hint: "pin"),
    Command(
      .archiveConversation,
      .leader,
      "a",
      "archive the conversation, or take it back",
      hint: "archive"
    ),
    Command(
      .offTheRecord,
      .leader,
      "O",
      "keep nothing of this conversation, or of a new one",
      hint: "off the record"
    ),
    Command(.savedPrompts, .leader, "i", "insert a saved prompt", hint: "prompts"),
    Command(.savePrompt, .leader, "S", "save the prompt by a name", hint: "save prompt"),
    Command(.editSystemPrompt, .leader, "y", "edit the system prompt", hint: "system"),
    Command(.prefillReply, .leader, "p", "give the next reply its first words", hint: "prefill"),
    Command(.undoRemoval, .leader, "z", "put back what was deleted last", hint: "put back"),
    Command(.copyLastAnswer, .leader, "c", "copy the last answer", hint: "copy"),
    Command(.toggleSidebar, .leader, "b", "show or hide the sidebar", hint: "sidebar"),
    Command(.reloadConfiguration, .leader, "g", "reload the configuration", hint: "reload"),
    Command(.toggleMouse, .leader, "m", "turn mouse capture on or off", hint: "mouse"),
    Command(.paletteAfterLeader, .leader, ":", "find a command by name", hint: "command"),
    Command(.quit, .leader, "q", "quit", hint: "quit"),
  ]

  private static let prompt = [
    Command(.send, .prompt, "Enter", "send; while a reply streams, queue", hint: "send"),
    Command(.newline, .prompt, "^J Alt-Enter Shift-Enter", "new line", hint: "newline"),
    Command(.openEditor, .prompt, "^O", "edit the prompt in $VISUAL or $EDITOR", hint: "editor"),
    Command(.complete, .prompt, "Tab", "complete a word that begins with / or @, else next pane"),
    Command(.openPaste, .prompt, "Alt-o", "open the folded paste at the caret"),
    Command(
      .historyPrevious,
      .prompt,
      "^P",
      "older prompt; first recalls a queued message"
    ),
    Command(.historyNext, .prompt, "^N", "newer prompt"),
    Command(.historySearch, .prompt, "^R", "search the prompt history"),
    Command(.moveUp, .prompt, "Up", "line up; at the edge, older prompt"),
    Command(.moveDown, .prompt, "Down", "line down; at the edge, newer prompt"),
    Command(.moveLeft, .prompt, "Left ^B", "character left"),
    Command(.moveRight, .prompt, "Right ^F", "character right"),
    Command(.moveWordLeft, .prompt, "Alt-b Ctrl-Left Alt-Left", "word left"),
    Command(.moveWordRight, .prompt, "Alt-f Ctrl-Right Alt-Right", "word right"),
    Command(.moveLineStart, .prompt, "^A Home", "start of the line"),
    Command(.moveLineEnd, .prompt, "^E End", "end of the line"),
    Command(.deleteBackward, .prompt, "Backspace", "delete the character before"),
    Command(.deleteForward, .prompt, "Del", "delete the character after"),
    Command(
      .deleteForwardOrQuit,
      .prompt,
      "^D",
      "delete the character after; in an empty prompt, quit"
    ),
    Command(.killToLineEnd, .prompt, "^K", "kill to the end of the line"),
    Command(.killToLineStart, .prompt, "^U", "kill to the start of the line"),
    Command(.killBlankWordBackward, .prompt, "^W", "kill back to a blank"),
    Command(.killWordBackward, .prompt, "Alt-Backspace", "kill the word before"),
    Command(.killWordForward, .prompt, "Alt-d", "kill the word after"),
    Command(.yank, .prompt, "^Y", "put back what was killed"),
    Command(.yankOlder, .prompt, "Alt-y", "after yank: what was killed before that"),
    Command(.transpose, .prompt, "^T", "swap two characters"),
    Command(.uppercaseWord, .prompt, "Alt-u", "make the word upper case"),
    Command(.lowercaseWord, .prompt, "Alt-l", "make the word lower case"),
    Command(.capitalizeWord, .prompt, "Alt-c", "capitalise the word"),
    Command(.undo, .prompt, "^_", "undo"),
    Command(.redo, .prompt, "Alt-_", "redo"),
  ]

  private static let conversation = [
    Command(.focusPrompt, .conversation, "Enter i", "go to the prompt", hint: "prompt"),
    Command(.lineDown, .conversation, "j Down", "line down", hint: "scroll"),
    Command(.lineUp, .conversation, "k Up", "line up"),
    Command(.halfPageDown, .conversation, "^D", "half a page down"),
    Command(.halfPageUp, .conversation, "^U", "half a page up"),
    Command(.pageDown, .conversation, "Space PgDn", "page down"),
    Command(.pageUp, .conversation, "b PgUp", "page up"),
    Command(.viewTop, .conversation, "g Home", "top"),
    Command(.viewEnd, .conversation, "G End", "end; follow the stream", hint: "end"),
    Command(.nextMessage, .conversation, "J", "next message", hint: "message"),
    Command(.previousMessage, .conversation, "K", "previous message"),
    Command(.nextTurn, .conversation, "}", "next message of yours"),
    Command(.previousTurn, .conversation, "{", "previous message of yours"),
    Command(.nextCode, .conversation, "]", "next piece of code", hint: "code"),
    Command(.previousCode, .conversation, "[", "previous piece of code"),
    Command(.nextLink, .conversation, ")", "next link; its address is shown", hint: "link"),
    Command(.previousLink, .conversation, "(", "previous link"),
    Command(.previousSibling, .conversation, "<", "previous sibling", hint: "sibling"),
    Command(.nextSibling, .conversation, ">", "next sibling"),
    Command(.copyMessage, .conversation, "y", "copy the message", hint: "copy"),
    Command(.copyCode, .conversation, "Y", "copy the current code, else the first in view"),
    Command(
      .saveCode,
      .conversation,
      "s",
      "save the current code, else the first in view, to a file"
    ),
    Command(
      .saveRecording,
      .conversation,
      "S",
      "save what went over the wire for this reply, to be replayed"
    ),
    Command(.pipe, .conversation, "|", "send the current code or message into a command"),
    Command(.openLink, .conversation, "o", "open the current link, or one in view"),
    Command(.editMessage, .conversation, "e", "edit and send again, as a sibling", hint: "edit"),
    Command(.editReply, .conversation, "E", "edit the reply; the old one stays as a sibling"),
    Command(.retryMessage, .conversation, "r", "ask again, as a sibling", hint: "again"),
    Command(.retryWithPreset, .conversation, "R", "ask again with another preset"),
    Command(.continueReply, .conversation, "c", "continue a reply that was cut off"),
    Command(
      .showDetails,
      .conversation,
      "d",
      "show the message's request, parameters, timing and usage",
      hint: "details"
    ),
    Command(.addNote, .conversation, "a", "add a note, which is never sent", hint: "note"),
    Command(.deleteTurn, .conversation, "D", "delete the turn, or it and all below; asks first"),
    Command(.showTree, .conversation, "t", "show the conversation as a tree", hint: "tree"),
    Command(.fork, .conversation, "f", "fork into a new conversation, up to this message"),
    Command(
      .foldReasoning,
      .conversation,
      "z",
      "fold or unfold this reasoning, or these files",
      hint: "fold"
    ),
    Command(.foldAllReasoning, .conversation, "Z", "fold or unfold all reasoning"),
    Command(.find, .conversation, "/", "search in the conversation", hint: "find"),
    Command(.findNext, .conversation, "n", "next place where it was found"),
    Command(.findPrevious, .conversation, "N", "previous place where it was found"),
    Command(.selectText, .conversation, "v", "select text with a caret", hint: "select"),
    Command(.rawMessage, .conversation, "m", "show this message's Markdown, or what it says"),
    Command(.wrapCode, .conversation, "w", "wrap long lines of code in this lane, or cut them"),
    Command(.codeLeft, .conversation, "h Left", "move code sideways: to its start"),
    Command(.codeRight, .conversation, "l Right", "move code sideways: to its end"),
    Command(.numberCode, .conversation, "#", "number the lines of code, or do not"),
    Command(
      .keepAnswer,
      .conversation,
      "p",
      "keep this lane's answer: all lanes go on from it",
      hint: "keep"
    ),
    Command(.focusLane1, .conversation, "1 Alt-1", "lane 1"),
    Command(.focusLane2, .conversation, "2 Alt-2", "lane 2"),
    Command(.focusLane3, .conversation, "3 Alt-3", "lane 3"),
    Command(.focusLane4, .conversation, "4 Alt-4", "lane 4"),
    Command(.focusLane5, .conversation, "5 Alt-5", "lane 5"),
    Command(.focusLane6, .conversation, "6 Alt-6", "lane 6"),
    Command(.focusLane7, .conversation, "7 Alt-7", "lane 7"),
    Command(.focusLane8, .conversation, "8 Alt-8", "lane 8"),
    Command(.focusLane9, .conversation, "9 Alt-9", "lane 9"),
  ]

  private static let selection = [
    Command(.copySelection, .selection, "y Enter", "copy the source, and leave", hint: "copy"),
    Command(.selectCharacters, .selection, "v", "select by character", hint: "characters"),
    Command(.selectLines, .selection, "V", "select by line", hint: "lines"),
    Command(.leaveSelection, .selection, "Esc ^C", "leave", hint: "leave"),
    Command(.swapEnds, .selection, "o", "go to the other end", hint: "other end"),
    Command(.caretLeft, .selection, "h Left", "character left"),
    Command(.caretRight, .selection, "l Right", "character right"),
    Command(.caretDown, .selection, "j Down", "row down"),
    Command(.caretUp, .selection, "k Up", "row up"),
    Command(.caretNextWord, .selection, "w", "start of the next word"),
    Command(.caretPreviousWord, .selection, "b", "start of the word, or of the one before"),
    Command(.caretWordEnd, .selection, "e", "end of the word, or of the next"),
    Command(.caretRowStart, .selection, "0 Home", "start of the row"),
    Command(.caretRowEnd, .selection, "$ End", "end of the row"),
    Command(.caretHalfPageDown, .selection, "^D PgDn", "half a page down"),
    Command(.caretHalfPageUp, .selection, "^U PgUp", "half a page up"),
    Command(.caretNextParagraph, .selection, "}", "next paragraph"),
    Command(.caretPreviousParagraph, .selection, "{", "previous paragraph"),
    Command(.caretTop, .selection, "g", "start of the conversation"),
    Command(.caretEnd, .selection, "G", "end of the conversation"),
  ]

  private static let tree = [
    Command(.treeJump, .tree, "Enter", "go to the message, on its path", hint: "go"),
    Command(.treeDown, .tree, "j", "down", hint: "choose"),
    Command(.treeUp, .tree, "k", "up"),
    Command(.treePageDown, .tree, "Space", "page down"),
    Command(.treePageUp, .tree, "b", "page up"),
    Command(.treeTop, .tree, "g Home", "top"),
    Command(.treeEnd, .tree, "G End", "end"),
    Command(.treeNextSibling, .tree, ">", "next sibling", hint: "sibling"),
    Command(.treePreviousSibling, .tree, "<", "previous sibling"),
    Command(.treeFind, .tree, "/", "show only what holds a text", hint: "find"),
    Command(.treePrune, .tree, "x D", "delete it, or it and all below; asks first", hint: "delete"),
    Command(.treeUndo, .tree, "u", "put back what was deleted last", hint: "put back"),
    Command(.treeFork, .tree, "f", "fork into a new conversation, up to here", hint: "fork"),
    Command(.treeNote, .tree, "n", "add a note below, which is never sent", hint: "note"),
    Command(.treePreview, .tree, "p", "show or hide the message below the tree", hint: "preview"),
  ]

  private static let figures = [
    Command(.figuresNextColumn, .figures, "l Right", "sort by the next column", hint: "sort by"),
    Command(.figuresPreviousColumn, .figures, "h Left", "sort by the column before"),
    Command(.figuresReverse, .figures, "r", "reverse the order", hint: "reverse"),
    Command(.figuresDown, .figures, "j", "down", hint: "choose"),
    Command(.figuresUp, .figures, "k", "up"),
    Command(.figuresCopy, .figures, "y", "copy the table", hint: "copy"),
  ]

  private static let sidebar = [
    Command(.sidebarUse, .sidebar, "Enter", "use the preset, or edit the parameter", hint: "use"),
    Command(.sidebarMark, .sidebar, "Space", "mark the preset for lanes", hint: "mark"),
    Command(.sidebarDown, .sidebar, "j Down", "down"),
    Command(.sidebarUp, .sidebar, "k Up", "up"),
    Command(.sidebarEdit, .sidebar, "e", "edit the parameter for this session", hint: "edit"),
    Command(.sidebarReset, .sidebar, "=", "put the parameter back", hint: "put back"),
    Command(
      .sidebarDetails,
      .sidebar,
      "d",
      "show the preset's details, and whether it has become slower",
      hint: "details"
    ),
  ]

  private static let conversationList = [
    Command(.renameListed, .conversationList, "Alt-r", "give it another title", hint: "rename"),
    Command(.tagListed, .conversationList, "Alt-t", "change its tags", hint: "tags"),
    Command(.pinListed, .conversationList, "Alt-p", "pin it on top, or no longer", hint: "pin"),
    Command(
      .archiveListed,
      .conversationList,
      "Alt-a",
      "archive it, or take it back",
      hint: "archive"
    ),
    Command(
      .showArchived,
      .conversationList,
      "Alt-s",
      "show archived ones, or not",
      hint: "archived"
    ),
    Command(.deleteListed, .conversationList, "Alt-d Del", "delete it; asks first", hint: "delete"),
    Command(.exportListed, .conversationList, "Alt-e", "write it to a file", hint: "export"),
    Command(.newFromList, .conversationList, "Alt-n", "new conversation", hint: "new"),
  ]

  private static let overlay = [
    Command(.listAccept, .overlay, "Enter", "accept", hint: "accept"),
    Command(.listDown, .overlay, "Down ^N", "down", hint: "choose"),
    Command(.listUp, .overlay, "Up ^P", "up"),
    Command(.listPageDown, .overlay, "PgDn", "page down"),
    Command(.listPageUp, .overlay, "PgUp", "page up"),
    Command(.overlayClose, .overlay, "Esc ^C", "close", hint: "close"),
  ]
}

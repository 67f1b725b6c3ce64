/// Everything a key can do, by the id that `[keys]` and the palette use.
package enum CommandID: String, Sendable, Hashable, CaseIterable {
  // Everywhere.
  case help
  case presetPicker = "preset.pick"
  case toggleLanes = "lanes.toggle"
  case regenerate = "reply.regenerate"
  case themes
  case interrupt
  case suspend
  case redraw
  case leader
  case palette
  case nextPane = "pane.next"
  case previousPane = "pane.previous"
  case escape

  // After the leader.
  case newConversation = "conversation.new"
  case lastConversation = "conversation.last"
  case toggleSidebar = "sidebar.toggle"
  case toggleMouse = "mouse.toggle"
  case editSystemPrompt = "system.edit"
  case reloadConfiguration = "config.reload"
  case zoomLane = "lane.zoom"
  case addLane = "lane.add"
  case dropLane = "lane.drop"
  case stopOrCloseLane = "lane.stop"
  case moveLaneLeft = "lane.move-left"
  case moveLaneRight = "lane.move-right"
  case nextLane = "lane.next"
  case copyLastAnswer = "answer.copy"
  case paletteAfterLeader = "palette.leader"
  case quit

  // Prompt.
  case send = "prompt.send"
  case newline = "prompt.newline"
  case historyPrevious = "prompt.history-previous"
  case historyNext = "prompt.history-next"
  case historySearch = "prompt.history-search"
  case openEditor = "prompt.editor"
  case openPaste = "prompt.open-paste"
  case complete = "prompt.complete"
  case deleteForward = "prompt.delete-forward"
  case deleteForwardOrQuit = "prompt.delete-forward-or-quit"
  case deleteBackward = "prompt.delete-backward"
  case moveLeft = "prompt.left"
  case moveRight = "prompt.right"
  case moveUp = "prompt.up"
  case moveDown = "prompt.down"
  case moveWordLeft = "prompt.word-left"
  case moveWordRight = "prompt.word-right"
  case moveLineStart = "prompt.line-start"
  case moveLineEnd = "prompt.line-end"
  case killToLineEnd = "prompt.kill-line-end"
  case killToLineStart = "prompt.kill-line-start"
  case killBlankWordBackward = "prompt.kill-blank-word-backward"
  case killWordBackward = "prompt.kill-word-backward"
  case killWordForward = "prompt.kill-word-forward"
  case yank = "prompt.yank"
  case yankOlder = "prompt.yank-older"
  case transpose = "prompt.transpose"
  case uppercaseWord = "prompt.uppercase-word"
  case lowercaseWord = "prompt.lowercase-word"
  case capitalizeWord = "prompt.capitalize-word"
  case undo = "prompt.undo"
  case redo = "prompt.redo"

  // Conversation.
  case lineDown = "view.line-down"
  case lineUp = "view.line-up"
  case halfPageDown = "view.half-page-down"
  case halfPageUp = "view.half-page-up"
  case pageDown = "view.page-down"
  case pageUp = "view.page-up"
  case viewTop = "view.top"
  case viewEnd = "view.end"
  case nextMessage = "message.next"
  case previousMessage = "message.previous"
  case previousSibling = "message.sibling-previous"
  case nextSibling = "message.sibling-next"
  case copyMessage = "message.copy"
  case editMessage = "message.edit"
  case retryMessage = "message.regenerate"
  case retryWithPreset = "message.regenerate-with"
  case continueReply = "message.continue"
  case foldReasoning = "reasoning.fold"
  case foldAllReasoning = "reasoning.fold-all"
  case focusPrompt = "prompt.focus"
  case focusLane1 = "lane.1"
  case focusLane2 = "lane.2"
  case focusLane3 = "lane.3"
  case focusLane4 = "lane.4"
  case focusLane5 = "lane.5"
  case focusLane6 = "lane.6"
  case focusLane7 = "lane.7"
  case focusLane8 = "lane.8"
  case focusLane9 = "lane.9"

  // Sidebar.
  case sidebarDown = "sidebar.down"
  case sidebarUp = "sidebar.up"
  case sidebarUse = "sidebar.use"
  case sidebarMark = "sidebar.mark"
  case sidebarEdit = "sidebar.edit"
  case sidebarReset = "sidebar.reset"

  // Lists and overlays.
  case listDown = "list.down"
  case listUp = "list.up"
  case listPageDown = "list.page-down"
  case listPageUp = "list.page-up"
  case listAccept = "list.accept"
  case overlayClose = "overlay.close"
}

import Conversation

extension WorkbenchState {
  /// The columns and rows of a message's details.
  package var detailsSize: ScreenSize { outputSize }

  /// Shows the details of a message; the request that stands behind it comes as an answer.
  mutating func openDetails(of id: MessageID) -> [Effect] {
    let siblings = tree.siblings(of: id)
    let place = siblings.firstIndex(of: id).map { " \($0 + 1) of \(siblings.count)" } ?? ""
    let kind = tree[id].role.rawValue
    let what = tree[id].role == .user ? "message" : kind
    overlay = .details(
      MessageDetails(of: id, title: "details: \(what)" + (siblings.count > 1 ? place : ""))
    )
    refreshDetails()
    return describeRequest(of: id)
  }

  /// Has the request of a message written down, where there is one.
  func describeRequest(of id: MessageID) -> [Effect] {
    guard let (preset, messages) = request(of: id) else { return [] }
    return [.describeRequest(of: id, preset: preset, messages: messages)]
  }

  /// What was sent for a reply, and what would be sent for a message of the user's now; `nil` for a note.
  private func request(of id: MessageID) -> (preset: Preset, messages: [ChatMessage])? {
    let message = tree[id]
    guard let reply = message.reply else {
      guard message.role == .user else { return nil }
      let preset = effectivePreset(of: conversation.focusedLane)
      return (preset, tree.chatMessages(to: id, sendingOptions(for: preset)))
    }
    guard let turn = message.parent, reply.isKnown else { return nil }
    var options = MessageTree.SendingOptions(of: reply.preset)
    let given = message.content.utf8.prefix(max(0, reply.givenBytes))
    options.prefill = String(Substring(given))
    return (reply.preset, tree.chatMessages(to: turn, options))
  }

  /// Takes a request as a command for the shell.
  mutating func take(_ request: RequestDescription?, of id: MessageID) {
    if conversation.inspector?.reply == id { conversation.inspector?.raw.heads.command = request }
    guard case .details(var details) = overlay, details.message == id else { return }
    details.request = request
    overlay = .details(details)
    refreshDetails()
  }

  /// Brings the details that are open up to date, and fits them to the screen.
  mutating func refreshDetails() {
    guard case .details(var details) = overlay else { return }
    details.show(entries(of: details), columns: detailsSize.columns)
    details.scroll(to: details.top, height: detailsSize.rows)
    overlay = .details(details)
  }

  /// Gives a key to the details: it scrolls, copies the request, and closes.
  mutating func takeInDetails(_ key: Key, _ details: MessageDetails) -> [Effect] {
    let page = max(1, detailsSize.rows - 1)
    switch keyMap.command(for: key, in: .overlay) {
    case .listDown: scrollDetails(by: 1)
    case .listUp: scrollDetails(by: -1)
    case .listPageDown: scrollDetails(by: page)
    case .listPageUp: scrollDetails(by: -page)
    case .overlayClose, .listAccept: overlay = nil
    default:
      switch keyMap.command(for: key, in: .conversation) {
      case .lineDown: scrollDetails(by: 1)
      case .lineUp: scrollDetails(by: -1)
      case .halfPageDown: scrollDetails(by: page / 2)
      case .halfPageUp: scrollDetails(by: -page / 2)
      case .pageDown: scrollDetails(by: page)
      case .pageUp: scrollDetails(by: -page)
      case .viewTop: scrollDetails(by: -details.top)
      case .viewEnd: scrollDetails(by: details.lines.count)
      case .showDetails: overlay = nil
      case .copyMessage:
        guard let request = details.request else { return [] }
        return [.copy(request.command, what: "the request")]
      default: break
      }
    }
    return []
  }

  private mutating func scrollDetails(by rows: Int) {
    guard case .details(var details) = overlay else { return }
    details.scroll(to: details.top + rows, height: detailsSize.rows)
    overlay = .details(details)
  }
}

extension Reply {
  /// Whether it is known how it was asked for; not so of what other programs kept.
  fileprivate var isKnown: Bool { !preset.endpoint.url.isEmpty }
}

import Conversation
import Typeset

extension WorkbenchState {
  /// Shows where the current link leads, else the only one in view, else lists those in view.
  mutating func openLink() {
    guard let column = focusedColumn else { return }
    layOutLane(column)
    if let url = currentLink?.url { return confirm(link: url) }
    let links = linksInView(of: column)
    guard let first = links.first else {
      let key = keyMap.notation(for: .previousLink).map { "; \($0) goes to the one before" } ?? ""
      status = StatusMessage("there is no link in view\(key)")
      return
    }
    if links.count == 1 { return confirm(link: first) }
    let items = links.map { ListOverlay.Item(title: $0, detail: "", value: .link($0)) }
    overlay = .list(ListOverlay(purpose: .link, title: "links in view", items: items))
  }

  /// The link that keys act on.
  package var currentLink: DocumentLink? {
    let lane = conversation.focusedLane
    guard let id = lane.selected, let index = lane.text.index(of: id) else { return nil }
    return lane.text.text(at: index).link(of: lane.element)
  }

  /// The addresses of the links in view, from the top, each once.
  func linksInView(of column: LaneColumns.Column) -> [String] {
    var urls: [String] = []
    for (_, document, row) in textRows(in: rowsInView(of: column), of: column) {
      for url in document.urls(ofRow: row) where !urls.contains(url) { urls.append(url) }
    }
    return urls
  }

  mutating func confirm(link url: String) { overlay = .link(url) }

  /// Gives a key to the question whether a link is to be opened.
  mutating func takeInLink(_ key: Key, _ url: String) -> [Effect] {
    if keyMap.command(for: key, in: .conversation) == .copyMessage {
      overlay = nil
      return [.copy(url, what: "the link's address")]
    }
    switch keyMap.command(for: key, in: .overlay) {
    case .listAccept:
      guard Self.mayOpen(url) else { return [] }
      overlay = nil
      return [.openLink(url)]
    case .overlayClose: overlay = nil
    default: break
    }
    return []
  }

  /// Whether a link is of a kind that is opened: nothing but the web, and nothing that hides where it leads.
  package static func mayOpen(_ url: String) -> Bool { LinkTarget(url).refusal == nil }
}

import Conversation
import Typeset

/// Writes a conversation as the part of a page that prints well: the path that was looked at, with the other branches
/// folded in beside it.
///
/// The page is one file without scripts, and its own rules let nothing be loaded from elsewhere.
struct ConversationPage {
  static let opening = PageHead.text(title: "Conversations", showsImages: true)
  static let closing = PageHead.closing

  private let record: ConversationRecord
  private let branches: Branches
  private let leaf: MessageKey?
  private let code = CodeHTML()

  init(_ conversation: StoredConversation, leaf: MessageKey?) {
    record = conversation.record
    branches = Branches(conversation)
    self.leaf = leaf
  }

  var text: String {
    var text = "<article class=\"conversation\" id=\"c-\(record.id.text)\">\n\(header)"
    write(branches.path(through: leaf), to: &text)
    return text + "</article>\n"
  }

  private var header: String {
    let count = branches.messages.count
    let facts = [
      record.created.shortText, count == 1 ? "1 message" : "\(count) messages",
      record.tags.isEmpty ? "" : "tags: " + record.tags.map(\.oneLine).joined(separator: ", "),
    ]
    let title = record.title.isEmpty ? "Untitled" : record.title
    var text = """
      <header>
      <h1>\(HTMLText.escaped(title.oneLine))</h1>
      <p class="facts">\(HTMLText.escaped(facts.filter { !$0.isEmpty }.joined(separator: " · ")))</p>

      """
    if let system = record.system, !system.isEmpty {
      text += PageElement.folded("System prompt", of: "system", PageElement.plain(system))
    }
    return text + "</header>\n"
  }

  /// Writes messages one below the other, with their siblings behind them.
  private func write(_ path: [Int], to text: inout String) {
    for place in path {
      let siblings = branches.siblings(of: place)
      text +=
        MessageElement(branches.messages[place], place: siblings.position(of: place), code: code)
        .text
      for sibling in siblings where sibling != place { write(branchAt: sibling, to: &text) }
    }
  }

  /// Writes a branch that is folded in; those in it that have the most messages are its trunk, so that branches stand
  /// in each other no deeper than the logarithm of their number.
  private func write(branchAt place: Int, to text: inout String) {
    let message = branches.messages[place]
    let size = branches.sizes[place]
    let number = branches.siblings(of: place).position(of: place) ?? ""
    let words = [
      "\(number): \(message.speaker)", ConversationRecord.title(from: message.content),
      size > 1 ? "\(size) messages" : "",
    ]
    let summary = words.filter { !$0.isEmpty }.joined(separator: " · ")
    text += "<details class=\"branch\">\n<summary>\(HTMLText.escaped(summary))</summary>\n"
    text += MessageElement(message, place: number, code: code).text
    var next = branches.trunk(below: place)
    while let place = next {
      let siblings = branches.children[branches.parents[place] ?? place]
      text +=
        MessageElement(branches.messages[place], place: siblings.position(of: place), code: code)
        .text
      for sibling in siblings where sibling != place { write(branchAt: sibling, to: &text) }
      next = branches.trunk(below: place)
    }
    text += "</details>\n"
  }
}

extension Branches {
  /// The child that has the most messages below it.
  fileprivate func trunk(below place: Int) -> Int? {
    children[place].max { sizes[$0] < sizes[$1] }
  }
}

extension [Int] {
  /// "2 of 3"; `nil` where there is only one.
  fileprivate func position(of place: Int) -> String? {
    guard count > 1, let index = firstIndex(of: place) else { return nil }
    return "\(index + 1) of \(count)"
  }
}

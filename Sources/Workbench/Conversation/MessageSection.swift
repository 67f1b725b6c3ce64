import Conversation
import Typeset

/// Which of a message's two texts, in the order in which they are shown.
package enum MessageSection: Int, Sendable, Hashable, CaseIterable {
  /// What can be folded: a reply's reasoning, or the files of a user message.
  case reasoning
  case content
}

extension MessageSection {
  /// The place on screen that shows a place of the section's source.
  func anchor(offset: Int, rowsBelow: Int = 0) -> MessageAnchor {
    switch self {
    case .reasoning: .reasoning(offset: offset, rowsBelow: rowsBelow)
    case .content: .body(offset: offset, rowsBelow: rowsBelow)
    }
  }
}

extension Message {
  /// The source of one of the message's texts.
  func source(of section: MessageSection) -> String {
    switch section {
    case .content: content
    case .reasoning: reply?.reasoning ?? attachedText
    }
  }
}

extension MessageText {
  /// One of the message's texts, laid out.
  package func document(_ section: MessageSection) -> Document {
    switch section {
    case .reasoning: reasoning
    case .content: body
    }
  }

  /// The texts of which rows are shown.
  var shownSections: [MessageSection] {
    options.showsReasoning ? [.reasoning, .content] : [.content]
  }

  /// The text that a row shows, and its row there; `nil` for headers, notes and blank rows.
  package func sectionRow(_ index: Int) -> (section: MessageSection, row: Int)? {
    switch row(index) {
    case .reasoning(let row): (.reasoning, row)
    case .body(let row): (.content, row)
    case .header, .reasoningHeader, .same, .note, .blank: nil
    }
  }
}

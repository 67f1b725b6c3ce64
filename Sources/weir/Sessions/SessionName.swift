import ArgumentParser
import Conversation

/// How a conversation is named on the command line.
enum SessionName: ExpressibleByArgument, Hashable {
  case number(Int64)
  case id(ConversationID)

  init?(argument: String) {
    if let id = ConversationID(argument) {
      self = .id(id)
    } else if let number = Int64(argument), number > 0 {
      self = .number(number)
    } else {
      return nil
    }
  }

  var text: String {
    switch self {
    case .number(let number): String(number)
    case .id(let id): id.text
    }
  }
}

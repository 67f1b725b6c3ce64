/// The part of a chat-completions request that the embedded endpoint heeds.
struct ChatBody: Decodable, Sendable {
  /// One message; content that is not a plain text counts as empty.
  struct Message: Decodable, Sendable {
    var role: String
    var content: String

    private enum CodingKeys: CodingKey {
      case role
      case content
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      role = try members.decode(String.self, forKey: .role)
      content = (try? members.decode(String.self, forKey: .content)) ?? ""
    }
  }

  /// `stream_options` of the request.
  struct StreamOptions: Decodable, Sendable {
    var includeUsage: Bool?

    private enum CodingKeys: String, CodingKey {
      case includeUsage = "include_usage"
    }
  }

  var model: String
  var messages: [Message]
  var stream: Bool?
  var streamOptions: StreamOptions?
  var maxTokens: Int?

  private enum CodingKeys: String, CodingKey {
    case model
    case messages
    case stream
    case streamOptions = "stream_options"
    case maxTokens = "max_tokens"
  }

  /// How many user messages there are; the last of them is `question`.
  var turn: Int { messages.count { $0.role == "user" } }
  var question: String { messages.last { $0.role == "user" }?.content ?? "" }
  /// Words stand in for tokens here.
  var promptTokens: Int {
    messages.reduce(0) { $0 + $1.content.split(whereSeparator: \.isWhitespace).count }
  }
}

import Archive
import ArgumentParser
import Conversation
import Settings
import Workbench

/// Which conversation a command goes on with, and whether it is kept: options that several commands share.
struct HistoryChoice: ParsableArguments {
  @Flag(
    name: [.customShort("c"), .customLong("continue")],
    help: "Go on with the newest conversation."
  )
  var goesOn = false

  @Option(
    help: ArgumentHelp(
      "Go on with the conversation of this number; `weir sessions list` shows them.",
      valueName: "number"
    )
  )
  var session: Int64?

  @Flag(name: [.customShort("n"), .long], help: "Off the record: keep nothing of it on the disk.")
  var offTheRecord = false

  func validate() throws {
    if goesOn, session != nil {
      throw ValidationError("--continue and --session exclude each other.")
    }
    if offTheRecord, request != nil {
      throw ValidationError("--off-the-record begins a conversation; it goes on with none.")
    }
  }

  /// The conversation to go on with; `nil` begins one.
  var request: ConversationRequest? {
    if let session { return .number(session) }
    return goesOn ? .newest : nil
  }

  /// The conversation to go on with, from the archive; `nil` begins one.
  func load(from archive: Archive) throws(UsageProblem) -> StoredConversation? {
    guard let request else { return nil }
    let stored: StoredConversation?
    do throws(ArchiveTrouble) { stored = try archive.now(request.query) } catch {
      throw UsageProblem(error.description)
    }
    guard let stored else { throw UsageProblem(request.absence) }
    return stored
  }
}

extension ConversationRequest {
  /// What the archive is asked for.
  var query: ArchiveRequest<StoredConversation?> {
    switch self {
    case .conversation(let id, _): .load(id)
    case .number(let number): .load(number: number)
    case .newest: .loadNewest
    }
  }

  /// What is said where there is no such conversation.
  var absence: String {
    switch self {
    case .conversation: "this conversation is not there any more"
    case .number(let number): "there is no conversation \(number)"
    case .newest: "there is no conversation to go on with yet"
    }
  }
}

extension ConversationRecord {
  /// A new conversation of this moment.
  static func new() -> ConversationRecord {
    var random = SystemRandomNumberGenerator()
    return ConversationRecord(id: ConversationID(using: &random), created: .now())
  }
}

extension MessageTree {
  /// An empty tree whose messages get keys that nobody else gives out.
  static func new() -> MessageTree { MessageTree(seed: .random(in: 0...UInt64.max)) }

  /// The tree of a kept conversation.
  init(_ stored: StoredConversation) {
    self = .new()
    merge(stored.messages)
  }

  /// The message that a new user message goes under: never one of the user's own that is still unanswered.
  func answered(_ leaf: MessageID?) -> MessageID? {
    leaf.flatMap { self[$0].role == .user ? self[$0].parent : $0 }
  }
}

/// One change of a conversation's tree, as the archive takes it.
package enum MessageChange: Sendable, Hashable {
  case added(StoredMessage)
  /// A reply that streams has received more.
  case grew(MessageKey, ReplyGrowth)
  /// A reply is to be kept as it is now: it has ended.
  case rewritten(StoredMessage)
  /// What went over the wire for a reply, which stands before it or is there already; its times count from when the
  /// reply was asked for. Of a reply that is gone it is let go.
  case recorded(MessageKey, WireLog)
  /// A message was pruned, put back or moved below another.
  case placed(MessageKey, parent: MessageKey?, isPruned: Bool)
}

/// What a reply received since the archive was last told.
package struct ReplyGrowth: Sendable, Hashable {
  package var content = ""
  package var reasoning = ""
  package var refusal = ""
  /// When the request went out, counted from when the reply was asked for; `nil` while it has not.
  package var sent: MonotonicTime?
  /// Their times count from when the reply was asked for.
  package var marks: [Reply.Mark] = []

  package init() {}
}

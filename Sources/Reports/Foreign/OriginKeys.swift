import Conversation

/// The keys of messages from another program: the same each time, since they follow from where a message came from.
struct OriginKeys {
  private let origin: String
  private var given: Set<MessageKey> = []

  init(origin: String) {
    self.origin = origin
  }

  /// Keeps a key from being given to another message.
  mutating func reserve(_ key: MessageKey) { given.insert(key) }

  /// The key of the message that its file calls by this name, higher than its parent's.
  mutating func next(named name: String, at time: WallTime, after parent: MessageKey?) -> MessageKey
  {
    let moment = max(time.inRange, parent?.nextMoment ?? WallTime(milliseconds: 0))
    var issuer = MessageKeyIssuer(seed: StableHash(origin, name).value)
    var key = issuer.next(at: moment)
    while !given.insert(key).inserted { key = issuer.next(at: moment) }
    return key
  }
}

extension WallTime {
  /// The moment, or 1970 where it lies before that or after 2100, as a clock that is wrong has it.
  var inRange: WallTime {
    (0..<4_102_444_800_000).contains(milliseconds) ? self : WallTime(milliseconds: 0)
  }
}

extension MessageKey {
  /// The millisecond behind the one that the key was given out in.
  fileprivate var nextMoment: WallTime { WallTime(milliseconds: rawValue >> 21 + 1) }
}

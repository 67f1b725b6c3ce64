import Conversation
import Support
import Testing

/// Any sequence of edits, by two weirs on one archive: nothing is lost.
@Suite struct RandomEditsTests {
  @Test(
    "every message stays reachable, or below something that was pruned by name",
    arguments: Soak.seeds(24, whole: 2_000)
  )
  func keepsEverything(seed: UInt64) {
    var player = TreePlayer(seed: seed)
    for step in 0..<120 {
      player.act()
      if step % 4 == 0 { player.check() }
      if step % 10 == 0 { player.checkStoring() }
    }
    player.checkStoring()
  }
}

/// Edits a tree at random, beside another weir that does so too.
private struct TreePlayer {
  private var tree: MessageTree
  private var random: SeededGenerator
  private var archive = KeptMessages()
  private var removals: [TreeChange] = []
  private var streaming: [RequestID] = []
  private var nextRequest = 0
  /// What every message ever made began with.
  private var made: [MessageKey: String] = [:]
  private var pruned: Set<MessageKey> = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    tree = MessageTree(seed: seed)
  }

  mutating func act() {
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1: tree.addUserMessage(word, under: any { $0.role != .user }, at: now)
    case 2, 3: if let turn = any(where: { $0.role == .user }) { answer(turn) }
    case 4: grow()
    case 5: end()
    case 6:
      if let user = any(where: { $0.role == .user }) {
        tree.addUserMessage(word, under: tree[user].parent, at: now)
      }
    case 7: if let reply = anyEndedReply { tree.addEditedReply(word, inPlaceOf: reply, at: now) }
    case 8:
      if let place = any(where: { _ in true }) {
        tree.addNote(word, under: place, at: now)
      }
    case 9:
      if let note = any(where: \.isNote) { tree.addNote(word, under: tree[note].parent, at: now) }
    case 10: remove { $0.prune($1) }
    case 11: remove { $0.removeTurn(of: $1) }
    case 12: undo()
    default: workElsewhere()
    }
    for id in all { made[tree[id].key] = tree[id].content }
  }

  private var word: String { "w\(made.count)" }
  private var now: WallTime { WallTime(milliseconds: Int64(made.count)) }
  private var all: [MessageID] { (0..<tree.count).map { MessageID($0) } }

  private mutating func any(where isWanted: (Message) -> Bool) -> MessageID? {
    all.filter { tree.isReachable($0) && isWanted(tree[$0]) }.randomElement(using: &random)
  }

  private var anyEndedReply: MessageID? {
    mutating get { any { $0.reply.map { !$0.isStreaming } ?? false } }
  }

  private static var preset: Preset {
    Preset(name: "p", endpoint: Endpoint(name: "e", url: "http://127.0.0.1:1"), model: "m")
  }

  private mutating func answer(_ turn: MessageID) {
    let request = RequestID(nextRequest)
    nextRequest += 1
    streaming.append(request)
    let started = MonotonicTime(nanoseconds: 7)
    tree.addReply(
      Reply(preset: Self.preset, request: request, started: started),
      under: turn,
      at: now
    )
  }

  private mutating func grow() {
    guard let request = streaming.randomElement(using: &random) else { return }
    let time = MonotonicTime(nanoseconds: 9)
    let channel: Delta.Channel = Bool.random(using: &random) ? .content : .reasoning
    let delta = Delta(channel: channel, text: "d", time: time)
    tree.apply(StreamEvent(request: request, time: time, kind: .delta(delta)))
  }

  private mutating func end() {
    guard let request = streaming.popLast() else { return }
    let time = MonotonicTime(nanoseconds: 11)
    tree.apply(StreamEvent(request: request, time: time, kind: .ended(.cancelled)))
  }

  private mutating func remove(_ body: (inout MessageTree, MessageID) -> TreeChange) {
    guard let id = any(where: { _ in true }) else { return }
    let change = body(&tree, id)
    removals.append(change)
    pruned.insert(tree[change.pruned].key)
    #expect(!tree.isReachable(change.pruned))
  }

  private mutating func undo() {
    guard let change = removals.popLast() else { return }
    tree.undo(change)
    pruned.remove(tree[change.pruned].key)
    #expect(!tree[change.pruned].isPruned)
  }

  /// Another weir opens the conversation, adds to it, takes something out, and saves.
  private mutating func workElsewhere() {
    archive.save(&tree)
    var other = MessageTree(seed: random.next())
    other.merge(archive.messages.values.shuffled(using: &random))
    let ids = (0..<other.count).map { MessageID($0) }.filter { other.isReachable($0) }
    let place = ids.filter { other[$0].role != .user }.randomElement(using: &random)
    other.addUserMessage("elsewhere", under: place, at: now)
    other.addNote("noted elsewhere", under: place, at: now)
    if let going = ids.randomElement(using: &random), Bool.random(using: &random) {
      let change = other.prune(going)
      pruned.insert(other[change.pruned].key)
    }
    archive.save(&other)
    tree.merge(archive.messages.values.sorted { $0.key < $1.key })
  }

  /// What must hold after every step.
  func check() {
    #expect(made.keys.allSatisfy { tree.message($0) != nil })
    let reachable = Set(tree.roots.flatMap(tree.subtree(of:)))
    let lost = all.filter { id in
      let isBelowPruned = tree.path(to: id).contains { pruned.contains(tree[$0].key) }
      return reachable.contains(id) == isBelowPruned
        || tree.siblings(of: id).contains(id) == tree[id].isPruned
        || tree[id].parent.map { $0 >= id } ?? false
        || !tree[id].content.hasPrefix(made[tree[id].key] ?? "?")
    }
    #expect(lost.isEmpty)
  }

  /// What is kept is the tree, whichever way it came to be kept.
  mutating func checkStoring() {
    archive.save(&tree)
    let stored = tree.storedMessages
    #expect(stored.count == tree.count)
    var copy = MessageTree(seed: 1)
    copy.merge(stored)
    #expect(copy.storedMessages == stored)
    var shuffled = MessageTree(seed: 2)
    shuffled.merge(stored.shuffled(using: &random))
    #expect(shuffled.storedMessages == stored)
    #expect(stored.map(\.settled) == stored.compactMap { archive.messages[$0.key]?.settled })
    checkFork()
  }

  private mutating func checkFork() {
    guard let leaf = anyEndedReply else { return }
    let fork = tree.forked(at: leaf, seed: 3, now: now)
    #expect(fork.storedMessages.map(\.content) == tree.path(to: leaf).map { tree[$0].content })
  }
}

/// Messages as an archive keeps them.
private struct KeptMessages {
  private(set) var messages: [MessageKey: StoredMessage] = [:]

  /// Carries out the changes of a tree as an archive does.
  mutating func save(_ tree: inout MessageTree) {
    for change in tree.takeChanges() {
      switch change {
      case .added(let message), .rewritten(let message):
        #expect(message.parent.map { messages[$0] != nil } ?? true)
        messages[message.key] = message
      case .recorded: break
      case .placed(let key, let parent, let isPruned):
        #expect(parent.map { messages[$0] != nil } ?? true)
        messages[key]?.parent = parent
        messages[key]?.isPruned = isPruned
      case .grew(let key, let growth):
        messages[key]?.content += growth.content
        messages[key]?.reply?.reasoning += growth.reasoning
        messages[key]?.reply?.refusal += growth.refusal
        messages[key]?.reply?.marks += growth.marks
      }
    }
  }
}

extension StoredMessage {
  /// Without what is kept only when a reply has ended.
  fileprivate var settled: StoredMessage {
    var message = self
    if message.reply?.ending == nil { message.reply?.firstDelta = nil }
    return message
  }
}

import Conversation

/// The messages of a conversation that are not pruned, as a tree of places in a list.
///
/// Whatever the conversation holds, this is a forest: a message whose parent is missing is a first one, and so is one
/// that stands below itself.
struct Branches {
  /// In the order of their keys.
  let messages: [StoredMessage]
  private(set) var parents: [Int?]
  private(set) var roots: [Int] = []
  /// In the order of their keys.
  private(set) var children: [[Int]]
  /// How many messages each has below it, itself included.
  private(set) var sizes: [Int]

  init(_ conversation: StoredConversation) {
    let all = conversation.messages.sorted { $0.key < $1.key }
    let parents = Self.parents(in: all)
    let shown = Self.shown(all, parents)
    var places: [Int: Int] = [:]
    for (place, index) in shown.enumerated() { places[index] = place }
    messages = shown.map { all[$0] }
    self.parents = shown.map { index in parents[index].flatMap { places[$0] } }
    children = Array(repeating: [], count: shown.count)
    sizes = Array(repeating: 1, count: shown.count)
    for (place, parent) in self.parents.enumerated() {
      if let parent { children[parent].append(place) } else { roots.append(place) }
    }
    countSizes()
  }

  /// The places from a first message to a leaf: to the newest message below the one of this key, or else to the newest
  /// of all.
  func path(through key: MessageKey?) -> [Int] {
    var path: [Int] = []
    let given = key.flatMap { key in messages.firstIndex { $0.key == key } }
    var next = given ?? messages.indices.last
    while let place = next {
      path.append(place)
      next = parents[place]
    }
    path.reverse()
    var below = path.last.map { children[$0] } ?? roots
    while let newest = below.last {
      path.append(newest)
      below = children[newest]
    }
    return path
  }

  /// All messages with the same parent, itself included.
  func siblings(of place: Int) -> [Int] { parents[place].map { children[$0] } ?? roots }

  /// The place of each message's parent; a loop is cut where it was entered.
  private static func parents(in messages: [StoredMessage]) -> [Int?] {
    var places: [MessageKey: Int] = [:]
    for (place, message) in messages.enumerated() { places[message.key] = place }
    var parents = messages.map { message in message.parent.flatMap { places[$0] } }
    _ = ParentLinks.cutLoops(in: &parents)
    return parents
  }

  /// The places of those that neither are pruned nor stand below a pruned one.
  private static func shown(_ messages: [StoredMessage], _ parents: [Int?]) -> [Int] {
    var isShown: [Bool?] = messages.map { $0.isPruned ? false : nil }
    for start in messages.indices {
      var climb: [Int] = []
      var next: Int? = start
      while let place = next, isShown[place] == nil {
        climb.append(place)
        next = parents[place]
      }
      let result = next.flatMap { isShown[$0] } ?? true
      for place in climb { isShown[place] = result }
    }
    return messages.indices.filter { isShown[$0] == true }
  }

  private mutating func countSizes() {
    var order = roots
    var index = 0
    while index < order.count {
      order += children[order[index]]
      index += 1
    }
    for place in order.reversed() {
      if let parent = parents[place] { sizes[parent] += sizes[place] }
    }
  }
}

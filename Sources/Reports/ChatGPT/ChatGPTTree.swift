import Conversation
import JSON

/// The nodes of a ChatGPT conversation as a forest, whatever the file says: what a node says of its parent counts, else
/// whose child others call it; a loop is cut open.
struct ChatGPTTree {
  /// A node; views into the file.
  struct Node {
    let name: String
    let message: JSONElement?
  }

  private(set) var nodes: [Node] = []
  private(set) var roots: [Int] = []
  private(set) var children: [[Int]] = []
  let loops: Int

  init(_ mapping: JSONElement) {
    var places: [String: Int] = [:]
    var parentNames: [String?] = []
    var childNames: [[String]] = []
    for (name, value) in mapping.members where places[name] == nil {
      places[name] = nodes.count
      nodes.append(Node(name: name, message: value.present("message")))
      parentNames.append(value["parent"]?.string)
      childNames.append(value["children"]?.strings ?? [])
    }
    var parents = parentNames.map { name in name.flatMap { places[$0] } }
    let listed = childNames.map { names in names.compactMap { places[$0] } }
    for (place, below) in listed.enumerated() {
      for child in below where parents[child] == nil { parents[child] = place }
    }
    loops = ParentLinks.cutLoops(in: &parents)
    arrange(parents, listed)
  }

  /// What names a conversation that has no id: all that was said in it, where and when, so that it is the same each
  /// time, and no other's.
  func hash(of conversation: JSONElement) -> StableHash {
    var hash = StableHash(
      conversation["title"]?.text ?? "",
      conversation["create_time"]?.text ?? ""
    )
    for (place, node) in nodes.enumerated() {
      let message = node.message
      hash.add(text: node.name)
      hash.add(text: message?["author"]?["role"]?.text ?? "")
      hash.add(text: message?["create_time"]?.text ?? "")
      hash.add(text: message?["content"]?.text ?? "")
      hash.add(text: children[place].map(String.init).joined(separator: " "))
    }
    return hash
  }

  private mutating func arrange(_ parents: [Int?], _ listed: [[Int]]) {
    children = Array(repeating: [], count: nodes.count)
    var isPlaced = Array(repeating: false, count: nodes.count)
    for (place, below) in listed.enumerated() {
      for child in below where parents[child] == place && !isPlaced[child] {
        children[place].append(child)
        isPlaced[child] = true
      }
    }
    for (place, parent) in parents.enumerated() where !isPlaced[place] {
      if let parent { children[parent].append(place) } else { roots.append(place) }
    }
  }
}

extension JSONElement {
  /// The texts of an array; what is none is left out.
  fileprivate var strings: [String] { elements.compactMap(\.string) }
}

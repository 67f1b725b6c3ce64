/// The members of a JSON object in their order; a name stands once.
package struct JSONObject: Sendable, Hashable {
  /// One name and its value.
  package struct Member: Sendable, Hashable {
    package var name: String
    package var value: JSONValue
  }

  package private(set) var members: [Member] = []

  package init() {}

  /// - Parameter pairs: A later pair of the same name replaces the value of an earlier one, in its place.
  package init(_ pairs: [(String, JSONValue)]) {
    var places: [String: Int] = [:]
    for (name, value) in pairs {
      if let place = places[name] {
        members[place].value = value
      } else {
        places[name] = members.count
        members.append(Member(name: name, value: value))
      }
    }
  }

  /// Setting a new name appends it; setting `nil` removes it.
  package subscript(name: String) -> JSONValue? {
    get { members.first { $0.name == name }?.value }
    set {
      let index = members.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Merges `other` over this object: objects are merged member by member, everything else is replaced.
  package mutating func merge(_ other: JSONObject) {
    for member in other.members {
      if case .object(let theirs) = member.value, case .object(var ours)? = self[member.name] {
        ours.merge(theirs)
        self[member.name] = .object(ours)
      } else {
        self[member.name] = member.value
      }
    }
  }
}

import Conversation

/// The search through all conversations over the panes: what is typed, and the hits as they come.
///
/// The hits of the text before stay until the first ones of the new text are there.
package struct MessageSearch: Sendable {
  package internal(set) var editor = TextEditor()
  /// Newest first.
  package private(set) var hits: [MessageHit] = []
  /// The index in `hits` of the hit under the cursor.
  package private(set) var selection = 0
  /// Whether further hits may come.
  package private(set) var isRunning = false
  /// Whether the hits are those of the text as it stands.
  package private(set) var isCurrent = true
  /// Why nothing could be looked for; `nil` while all is well.
  package private(set) var trouble: String?
  var query = QueryNumber(-1)
  /// Whether Enter was pressed before the first hit came.
  var opensWhenFound = false

  package var selected: MessageHit? { hits.indices.contains(selection) ? hits[selection] : nil }

  /// As many hits are taken; whoever has more narrows the search.
  static var mostHits: Int { 1_000 }

  package var isCut: Bool { hits.count >= Self.mostHits }

  mutating func begin(_ number: QueryNumber) {
    query = number
    isRunning = true
    isCurrent = false
  }

  mutating func clear() {
    hits = []
    selection = 0
    isRunning = false
    isCurrent = true
    trouble = nil
  }

  mutating func move(by steps: Int) {
    selection = min(max(0, selection + steps), max(0, hits.count - 1))
  }

  mutating func take(_ found: [MessageHit], isLast: Bool) {
    if !isCurrent, !found.isEmpty || isLast {
      clear()
      isRunning = true
    }
    hits += found.prefix(Self.mostHits - hits.count)
    if isLast || isCut { isRunning = false }
  }

  mutating func fail(_ reason: String) {
    clear()
    trouble = reason
  }
}

extension MessageHit {
  /// What was found first, as it can be looked for in the message; `nil` where nothing was marked.
  var foundText: String? {
    guard let range = found.first, range.upperBound <= excerpt.utf8.count else { return nil }
    let bytes = Array(excerpt.utf8)[range]
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return text.isEmpty ? nil : text
  }
}

import Conversation

/// The list of conversations over the panes: what was fetched of it, the filter, and the row under the cursor.
///
/// The filter runs in the archive. Until its answer comes the rows of the filter before stay, and what is
/// accepted waits for the answer.
package struct ConversationList: Sendable {
  /// What the archive is asked for at the moment.
  enum Asking: Sendable, Hashable {
    case nothing
    /// The first page of the filter; `keepsPlace` where the rows are only brought up to date.
    case first(keepsPlace: Bool)
    case next
  }

  package internal(set) var editor = TextEditor()
  package internal(set) var showsArchived = false
  /// Pinned ones first, then the newest; as far as they were fetched.
  package private(set) var rows: [ConversationSummary] = []
  /// The index in `rows` of the row under the cursor.
  package private(set) var selection = 0
  /// Whether the archive has more rows than were fetched.
  package private(set) var hasMore = false
  /// Why there is nothing to show; `nil` where all is well.
  package private(set) var trouble: String?
  /// The conversation that Enter deletes now.
  package internal(set) var deleting: ConversationSummary?
  var asking = Asking.nothing
  var query = QueryNumber(-1)
  /// Whether Enter was pressed while the rows were those of another filter.
  var opensWhenListed = false

  package var selected: ConversationSummary? {
    rows.indices.contains(selection) ? rows[selection] : nil
  }

  /// Whether the rows answer the filter as it stands.
  package var isCurrent: Bool { asking != .first(keepsPlace: false) }

  /// How many rows are fetched at once.
  static var pageSize: Int { 100 }

  var filter: ConversationFilter {
    var filter = ConversationFilter(typed: editor.text)
    filter.showsArchived = showsArchived
    return filter
  }

  /// The next page, where the cursor comes near the end of what was fetched and nothing is asked for.
  var nextPage: ConversationListPage? {
    guard hasMore, asking == .nothing, selection + Self.pageSize / 2 >= rows.count else {
      return nil
    }
    return ConversationListPage(filter, after: rows.last { $0.number > 0 }, limit: Self.pageSize)
  }

  mutating func move(by steps: Int) {
    selection = min(max(0, selection + steps), max(0, rows.count - 1))
  }

  /// Takes a page; `own` are conversations that the archive does not hold, shown above its own.
  mutating func take(_ page: [ConversationSummary], isLast: Bool, own: [ConversationSummary]) {
    let before = selected?.record.id
    switch asking {
    case .first(let keepsPlace):
      let known = Set(page.map(\.record.id))
      rows = own.filter { !known.contains($0.record.id) } + page
      let place = keepsPlace ? rows.firstIndex { $0.record.id == before } : 0
      selection = min(place ?? selection, max(0, rows.count - 1))
    case .next, .nothing:
      let known = Set(rows.map(\.record.id))
      rows += page.filter { !known.contains($0.record.id) }
    }
    asking = .nothing
    hasMore = !isLast
    trouble = nil
  }

  mutating func fail(_ reason: String, own: [ConversationSummary]) {
    if rows.isEmpty { rows = own }
    asking = .nothing
    hasMore = false
    trouble = reason
  }

  /// Changes a row at once, before the archive has done so.
  mutating func revise(_ id: ConversationID, _ change: RecordChange) {
    guard let index = rows.firstIndex(where: { $0.record.id == id }) else { return }
    rows[index].record.apply(change)
    if rows[index].record.isArchived, !showsArchived { remove(id) }
  }

  mutating func remove(_ id: ConversationID) {
    rows.removeAll { $0.record.id == id }
    selection = min(selection, max(0, rows.count - 1))
  }
}

extension ConversationFilter {
  /// Reads a filter as it is typed: `tag:x` or `#x`, `preset:fast`, and words.
  init(typed text: String) {
    self.init()
    var words: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let tag = word.value(after: "tag:") ?? word.value(after: "#") {
        self.tag = tag
      } else if let preset = word.value(after: "preset:") {
        self.preset = preset
      } else {
        words.append(word)
      }
    }
    self.text = words.joined(separator: " ")
  }
}

extension Substring {
  /// What follows a prefix; `nil` without it, or where nothing follows.
  fileprivate func value(after prefix: String) -> String? {
    guard hasPrefix(prefix), count > prefix.count else { return nil }
    return String(dropFirst(prefix.count))
  }
}

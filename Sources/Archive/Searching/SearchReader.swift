import Conversation
import GRDB

/// Finds the messages of a query, the newest first: keys rise with time, so no hit waits for an older one.
struct SearchReader {
  let query: SearchQuery

  init(_ query: SearchQuery) {
    self.query = query
  }

  func read(_ db: Database, limit: Int) throws -> [MessageHit] {
    var hits: [MessageHit] = []
    try read(db) { batch in
      hits += batch
      return hits.count < limit
    }
    return Array(hits.prefix(limit))
  }

  /// Gives a few hits first, then more at a time, for as long as the receiver says so.
  func read(_ db: Database, receive: ([MessageHit]) -> Bool) throws {
    guard !query.isEmpty else { return }
    let (sql, arguments) = statement
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    var batch: [MessageHit] = []
    // Excerpts of long texts with many finds are what takes time: the first few do not wait for more.
    var sizes = [5, 20]
    while let row = try rows.next() {
      guard let hit = hit(of: row) else { continue }
      batch.append(hit)
      guard batch.count >= sizes.first ?? 200 else { continue }
      guard receive(batch) else { return }
      batch = []
      sizes = Array(sizes.dropFirst())
    }
    if !batch.isEmpty { _ = receive(batch) }
  }

  private var statement: (String, StatementArguments) {
    var conditions = ["message.hidden = 0"]
    var arguments = StatementArguments()
    func add(_ condition: String, _ value: any DatabaseValueConvertible) {
      conditions.append(condition)
      arguments += [value]
    }
    if let match = query.match { add("message_fts MATCH ?", match) }
    for preset in query.presets { add("message.preset = ?", preset) }
    for tag in query.tags {
      add("EXISTS (SELECT 1 FROM tag WHERE tag.conversation = number AND name = ?)", tag)
    }
    if let role = query.role { add("message.role = ?", role.rawValue) }
    if let after = query.after {
      // A key is never of an earlier moment than its message.
      add("\(key) >= ?", MessageKey(firstAt: after).rawValue)
      add("message.created >= ?", after.milliseconds)
    }
    if let before = query.before { add("message.created < ?", before.milliseconds) }
    return (
      select + " WHERE " + conditions.joined(separator: " AND ") + " ORDER BY \(key) DESC",
      arguments
    )
  }

  private var key: String { query.match == nil ? "message.key" : "message_fts.rowid" }

  private var select: String {
    let columns = """
      message.key, message.role, message.preset, message.created, conversation.id,
      conversation.number, conversation.title
      """
    guard query.match != nil else {
      return """
        SELECT \(columns), substr(message.content, 1, \(Excerpt.limit)) AS excerpt FROM message
        JOIN conversation ON conversation.number = message.conversation
        """
    }
    return """
      SELECT \(columns), highlight(message_fts, 0, '\(Excerpt.opening)', '\(Excerpt.closing)')
        AS excerpt
      FROM message_fts CROSS JOIN message ON message.key = message_fts.rowid
      CROSS JOIN conversation ON conversation.number = message.conversation
      """
  }

  private func hit(of row: Row) -> MessageHit? {
    guard let id = ConversationID(row.text("id")), let key = row.key("key"),
      let role = MessageRole(rawValue: row.text("role"))
    else { return nil }
    let excerpt = Excerpt(marked: row.text("excerpt"))
    return MessageHit(
      conversation: id,
      number: row.integerIfAny("number") ?? 0,
      title: row.text("title"),
      message: key,
      role: role,
      preset: row.textIfAny("preset"),
      created: row.time("created"),
      excerpt: excerpt.text,
      found: excerpt.found
    )
  }
}

import GRDB

/// The columns of one row that is to be written, with their values, in one order.
struct Columns {
  private(set) var names: [String] = []
  private(set) var values: [(any DatabaseValueConvertible)?] = []

  subscript(name: String) -> (any DatabaseValueConvertible)? {
    get { names.firstIndex(of: name).flatMap { values[$0] } }
    set {
      names.append(name)
      values.append(newValue)
    }
  }

  /// Writes the row; where one of the same `key` is there, it takes its place.
  func upsert(into table: String, key: String, in turn: WriteTurn) throws {
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let updates = names.filter { $0 != key }.map { "\($0) = excluded.\($0)" }
    try turn.run(
      """
      INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))
      ON CONFLICT (\(key)) DO UPDATE SET \(updates.joined(separator: ", "))
      """,
      values
    )
  }

  func insert(into table: String, in turn: WriteTurn) throws {
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    try turn.run(
      "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))",
      values
    )
  }

  func update(_ table: String, where key: String, is value: Int64, in turn: WriteTurn) throws {
    let settings = names.map { "\($0) = ?" }.joined(separator: ", ")
    try turn.run("UPDATE \(table) SET \(settings) WHERE \(key) = ?", values + [value])
  }
}

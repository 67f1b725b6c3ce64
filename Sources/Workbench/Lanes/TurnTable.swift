import Conversation

/// The figures of all answers to one turn, sorted by any of them.
package struct TurnTable: Sendable {
  package enum Column: Int, Sendable, Hashable, CaseIterable {
    case lane
    case name
    case firstDelta
    case rate
    case total
    case tokens
    case length
    case cost
    case ending
    case vote

    package var title: String {
      switch self {
      case .lane: "#"
      case .name: "preset"
      case .firstDelta: "TTFT"
      case .rate: "rate"
      case .total: "total"
      case .tokens: "tokens"
      case .length: "bytes"
      case .cost: "cost"
      case .ending: "ending"
      case .vote: "vote"
      }
    }

    /// Whether its values are numbers, of which bars are drawn.
    package var isNumeric: Bool { ![.lane, .name, .ending, .vote].contains(self) }
  }

  /// One answer.
  package struct Row: Sendable, Equatable {
    package let reply: MessageID
    /// The index of the lane that shows it; `nil` for one that no lane shows.
    package let lane: Int?
    /// Empty where nothing is known.
    package internal(set) var texts: [Column: String] = [:]
    package internal(set) var numbers: [Column: Double] = [:]
    package internal(set) var isStreaming = false
    /// What it is called, as its lane is.
    package internal(set) var label = LaneLabel(text: "", parts: [])
  }

  /// In the order of the column they are sorted by.
  package private(set) var rows: [Row] = []
  package private(set) var sorting = Column.lane
  package private(set) var isDescending = false
  /// The row that Enter goes to.
  package private(set) var cursor = 0
  /// Which turn of the conversation, from 1.
  package internal(set) var turn = 0
  /// How the answers were asked for, in words.
  package internal(set) var mode = ""

  /// Takes the rows as they are now; the cursor stays with its answer.
  mutating func show(_ newRows: [Row]) {
    let selected = rows.indices.contains(cursor) ? rows[cursor].reply : nil
    rows = newRows
    sort()
    cursor = rows.firstIndex { $0.reply == selected } ?? 0
  }

  mutating func move(by step: Int) { cursor = max(0, min(cursor + step, rows.count - 1)) }

  mutating func sort(by step: Int) {
    let columns = Column.allCases
    let next = (sorting.rawValue + step + columns.count) % columns.count
    sorting = columns[next]
    resort()
  }

  mutating func reverse() {
    isDescending.toggle()
    resort()
  }

  private mutating func resort() { show(rows) }

  /// What has no figure comes last, whichever way; what is equal stays in the order of the lanes.
  private mutating func sort() {
    let isFirst = rank
    rows = rows.enumerated().sorted { one, other in
      isFirst(one.element, other.element) ?? (one.offset < other.offset)
    }
    .map(\.element)
  }

  private var rank: (Row, Row) -> Bool? {
    let (column, isDescending) = (sorting, isDescending)
    return { one, other in
      if column.isNumeric || column == .lane {
        switch (one.numbers[column], other.numbers[column]) {
        case (let one?, let other?):
          return one == other ? nil : (one < other) != isDescending
        case (_?, nil): return true
        case (nil, _?): return false
        case (nil, nil): return nil
        }
      }
      let texts = (one.texts[column] ?? "", other.texts[column] ?? "")
      return texts.0 == texts.1 ? nil : (texts.0 < texts.1) != isDescending
    }
  }

  /// What a row is called in so many columns.
  package func name(of row: Row, columns: Int) -> String {
    row.label.fitted(toColumns: columns, among: rows.map(\.label))
  }

  /// The largest number of a column, for its bars; 0 where there is none.
  package func largest(of column: Column) -> Double {
    rows.compactMap { $0.numbers[column] }.max() ?? 0
  }

  /// The table for other programs: a line a row, tabs between the columns.
  var tabSeparated: String {
    let heading = Column.allCases.map(\.title).joined(separator: "\t")
    let lines = rows.map { row in
      Column.allCases.map { row.texts[$0] ?? "" }.joined(separator: "\t")
    }
    return ([heading] + lines).joined(separator: "\n") + "\n"
  }
}

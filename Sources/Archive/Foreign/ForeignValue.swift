import FoundationEssentials
import GRDB

/// A value in a database of another program's.
package enum ForeignValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let bytes): self = .blob([UInt8](bytes))
    }
  }

  var bound: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    }
  }
}

/// A row of a database of another program's, whose columns may hold values of any type.
package struct ForeignRow: Sendable, Hashable {
  private let values: [String: ForeignValue]

  init(_ row: Row) {
    values = Dictionary(row.map { ($0, ForeignValue($1)) }) { first, _ in first }
  }

  /// NULL where there is no such column.
  package subscript(column: String) -> ForeignValue { values[column] ?? .null }

  /// A text, a number as one, or bytes read as UTF-8; `nil` for NULL.
  package func text(_ column: String) -> String? {
    switch self[column] {
    case .null: nil
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }

  /// A whole number; `nil` for all that is none.
  package func integer(_ column: String) -> Int? {
    switch self[column] {
    case .integer(let number): Int(exactly: number)
    case .real(let number): Int(exactly: number.rounded())
    case .text(let text): Int(text)
    case .null, .blob: nil
    }
  }

  /// Bytes, or those of a text; `nil` for NULL and numbers.
  package func bytes(_ column: String) -> [UInt8]? {
    switch self[column] {
    case .blob(let bytes): bytes
    case .text(let text): Array(text.utf8)
    case .null, .integer, .real: nil
    }
  }
}

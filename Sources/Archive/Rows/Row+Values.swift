import Conversation
import FoundationEssentials
import GRDB
import JSON

extension String {
  /// The text as it is bound: a text ends for GRDB at a NUL, so one that holds any is bound as bytes.
  var column: any DatabaseValueConvertible {
    utf8.contains(0) ? Data(utf8) : self
  }
}

extension Row {
  /// A text that was bound as ``Swift/String/column``; empty for NULL.
  func text(_ name: String) -> String { textIfAny(name) ?? "" }

  /// As ``text(_:)``, `nil` for NULL.
  func textIfAny(_ name: String) -> String? {
    let value: DatabaseValue = self[name]
    switch value.storage {
    case .null: return nil
    case .int64(let number): return String(number)
    case .double(let number): return String(number)
    case .string(let text): return text
    case .blob(let bytes): return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Empty for what is no blob.
  func bytes(_ name: String) -> [UInt8] {
    let value: DatabaseValue = self[name]
    guard case .blob(let bytes) = value.storage else { return [] }
    return [UInt8](bytes)
  }

  /// `nil` for what is no whole number: a row may be damaged, or another program's.
  func integerIfAny(_ name: String) -> Int64? {
    let value: DatabaseValue = self[name]
    switch value.storage {
    case .int64(let number): return number
    case .double(let number): return Int64(exactly: number)
    case .null, .string, .blob: return nil
    }
  }

  /// `nil` for what nothing is counted by, see ``Swift/Int/plausibleCount``.
  func countIfAny(_ name: String) -> Int? {
    integerIfAny(name).flatMap { Int($0).plausibleCount }
  }

  func count(_ name: String) -> Int { countIfAny(name) ?? 0 }

  func flag(_ name: String) -> Bool { integerIfAny(name) ?? 0 != 0 }

  func json(_ name: String) -> JSONValue? {
    textIfAny(name).flatMap { JSONValue(json: $0) }
  }

  /// The elements of a JSON array, or none.
  func list(_ name: String) -> [JSONValue] { json(name)?.asArray ?? [] }

  func key(_ name: String) -> MessageKey? {
    integerIfAny(name).map { MessageKey($0) }
  }

  func time(_ name: String) -> WallTime { WallTime(milliseconds: integerIfAny(name) ?? 0) }
}

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

  func bytes(_ name: String) -> [UInt8] {
    let bytes: Data? = self[name]
    return bytes.map { [UInt8]($0) } ?? []
  }

  func json(_ name: String) -> JSONValue? {
    textIfAny(name).flatMap { JSONValue(json: $0) }
  }

  /// The elements of a JSON array, or none.
  func list(_ name: String) -> [JSONValue] { json(name)?.asArray ?? [] }

  func key(_ name: String) -> MessageKey? {
    let key: Int64? = self[name]
    return key.map { MessageKey($0) }
  }

  func time(_ name: String) -> WallTime { WallTime(milliseconds: self[name] ?? 0) }
}

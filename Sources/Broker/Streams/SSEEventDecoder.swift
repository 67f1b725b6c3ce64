import Glibc

/// Puts the lines of an event stream together to events.
///
/// Source: WHATWG HTML, "Server-sent events", 9.2.6. More is taken than the standard asks for, since
/// servers do it (tried): a last event without a blank line, the field `error:` of old llama.cpp, and a bare
/// JSON line (Ollama's errors).
package struct SSEEventDecoder {
  /// One event; the views are valid only during the call that hands it out.
  package struct Event {
    package var isNamedError: Bool
    package var data: UnsafeRawBufferPointer
  }

  private var data: [UInt8] = []
  private var hasData = false
  private var isNamedError = false
  private var isFirstLine = true
  /// The first line that is no line of an event stream, for the error that tells of it.
  package private(set) var oddLine: [UInt8]?

  package init() {}

  package var pendingCount: Int { data.count }

  /// - Parameters:
  ///   - line: One line without its terminator.
  ///   - event: Called when the line completes an event that has data.
  package mutating func take(_ line: UnsafeRawBufferPointer, event: (Event) -> Void) {
    var line = line
    if isFirstLine {
      isFirstLine = false
      if line.starts(with: [0xEF, 0xBB, 0xBF]) {
        line = UnsafeRawBufferPointer(rebasing: line[3...])
      }
    }
    guard let first = line.first else { return dispatch(to: event) }
    switch first {
    case UInt8(ascii: ":"): break
    case UInt8(ascii: "{"):
      dispatch(to: event)
      event(Event(isNamedError: false, data: line))
    case UInt8(ascii: "d"):
      if let value = Self.value(of: "data", in: line) { addData(value) } else { note(line) }
    case UInt8(ascii: "e"): takeNamed(line, event: event)
    default:
      if Self.value(of: "id", in: line) == nil, Self.value(of: "retry", in: line) == nil {
        note(line)
      }
    }
  }

  /// Hands out a last event that no blank line ended.
  package mutating func finish(event: (Event) -> Void) {
    dispatch(to: event)
  }

  private mutating func takeNamed(_ line: UnsafeRawBufferPointer, event: (Event) -> Void) {
    if let value = Self.value(of: "event", in: line) {
      isNamedError = value.elementsEqual("error".utf8)
    } else if let value = Self.value(of: "error", in: line) {
      dispatch(to: event)
      event(Event(isNamedError: true, data: value))
    } else {
      note(line)
    }
  }

  private mutating func addData(_ value: UnsafeRawBufferPointer) {
    if hasData { data.append(UInt8(ascii: "\n")) }
    hasData = true
    data.append(contentsOf: value)
  }

  private mutating func dispatch(to event: (Event) -> Void) {
    if hasData, !data.isEmpty {
      data.withUnsafeBytes { event(Event(isNamedError: isNamedError, data: $0)) }
    }
    data.removeAll(keepingCapacity: true)
    hasData = false
    isNamedError = false
  }

  private mutating func note(_ line: UnsafeRawBufferPointer) {
    if oddLine == nil { oddLine = Array(line.prefix(1_000)) }
  }

  /// The value of a line of the field `name`, without the one space that may follow the colon.
  private static func value(
    of name: StaticString,
    in line: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer? {
    let length = name.utf8CodeUnitCount
    guard let base = line.baseAddress, line.count >= length,
      memcmp(base, name.utf8Start, length) == 0
    else { return nil }
    guard line.count > length else { return UnsafeRawBufferPointer(start: base, count: 0) }
    guard line[length] == UInt8(ascii: ":") else { return nil }
    let hasSpace = line.count > length + 1 && line[length + 1] == UInt8(ascii: " ")
    return UnsafeRawBufferPointer(rebasing: line[(length + (hasSpace ? 2 : 1))...])
  }
}

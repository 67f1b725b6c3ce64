import CJSON

/// A value of a parsed JSON text; a view, valid until the parser's next text.
package struct JSONElement {
  let handle: cjson_element

  /// The member of an object; `nil` where there is none or this is no object.
  package subscript(name: StaticString) -> JSONElement? {
    var value = cjson_element()
    let isFound = name.withUTF8Buffer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cjson_get(handle, $0.baseAddress, $0.count, &value)
      }
    }
    return isFound ? JSONElement(handle: value) : nil
  }

  /// The member of an object, where it is there and not null.
  package func present(_ name: StaticString) -> JSONElement? {
    guard let value = self[name], !value.isNull else { return nil }
    return value
  }

  package var isNull: Bool { cjson_kind_of(handle) == CJSON_NULL }
  package var isObject: Bool { cjson_kind_of(handle) == CJSON_OBJECT }
  package var isArray: Bool { cjson_kind_of(handle) == CJSON_ARRAY }

  /// The text of a string as UTF-8, valid as long as the element.
  package var utf8: UnsafeBufferPointer<UInt8>? {
    var bytes: UnsafePointer<CChar>?
    var count = 0
    guard cjson_string(handle, &bytes, &count), let bytes else { return nil }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self),
      count: count
    )
  }

  package var string: String? { utf8.map { String(decoding: $0, as: UTF8.self) } }

  package var integer: Int? {
    var value: Int64 = 0
    if cjson_integer(handle, &value) { return Int(value) }
    return number.flatMap { Int(exactly: $0.rounded()) }
  }

  package var number: Double? {
    var value = 0.0
    return cjson_number(handle, &value) ? value : nil
  }

  package var bool: Bool? {
    var value = false
    return cjson_bool(handle, &value) ? value : nil
  }

  /// The elements of an array in order; none for anything else.
  package var elements: Elements { Elements(of: handle) }

  /// The members of an object in order, a repeated name too; none for anything else.
  package var members: Members { Members(of: handle) }

  /// The first element of an array.
  package var first: JSONElement? {
    var elements = elements
    return elements.next()
  }

  /// Walks an array.
  package struct Elements: Sequence, IteratorProtocol {
    private var rest = cjson_iterator()
    private let isArray: Bool

    fileprivate init(of handle: cjson_element) {
      isArray = cjson_elements(handle, &rest)
    }

    package mutating func next() -> JSONElement? {
      var element = cjson_element()
      guard isArray, cjson_next_element(&rest, &element) else { return nil }
      return JSONElement(handle: element)
    }
  }
  /// Walks an object.
  package struct Members: Sequence, IteratorProtocol {
    private var rest = cjson_iterator()
    private let isObject: Bool

    fileprivate init(of handle: cjson_element) {
      isObject = cjson_members(handle, &rest)
    }

    package mutating func next() -> (name: String, value: JSONElement)? {
      var name: UnsafePointer<CChar>?
      var count = 0
      var element = cjson_element()
      guard isObject, cjson_next_member(&rest, &name, &count, &element) else { return nil }
      let bytes = UnsafeRawBufferPointer(start: name, count: count)
      return (String(decoding: bytes, as: UTF8.self), JSONElement(handle: element))
    }
  }
}

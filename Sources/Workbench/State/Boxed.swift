/// Holds a value outside of the struct that it is a part of, so that a copy of that costs a pointer: for what is large and mostly
/// not there.
///
/// It is a value as well: what is written while another copy has it, too, is copied first.
@propertyWrapper
package struct Boxed<Value: Sendable>: Sendable {
  /// A class because copies share it; `@unchecked Sendable` since it is written only while one copy has it.
  private final class Box: @unchecked Sendable {
    var value: Value

    init(_ value: Value) { self.value = value }
  }

  private var box: Box

  package init(wrappedValue: Value) { box = Box(wrappedValue) }

  package var wrappedValue: Value {
    get { box.value }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value
    }
  }
}

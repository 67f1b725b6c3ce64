import Glibc

/// Whether the whole of what is long is run (`scripts/soak`, which sets WEIR_SOAK), or a slice of it.
package enum Soak {
  package static var isOn: Bool { getenv("WEIR_SOAK").map { String(cString: $0) } == "1" }

  /// The slice's value, or the whole's.
  package static func scale<Value>(_ slice: Value, whole: Value) -> Value {
    isOn ? whole : slice
  }

  /// The seeds of one property, from 0 on.
  package static func seeds(_ slice: UInt64, whole: UInt64) -> Range<UInt64> {
    0..<scale(slice, whole: whole)
  }
}

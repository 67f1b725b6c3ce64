import Glibc

/// Whether the whole of what is long is to be run (`scripts/soak`), or a slice of it.
enum Soak {
  static var isOn: Bool { getenv("WEIR_SOAK").map { String(cString: $0) } == "1" }
}

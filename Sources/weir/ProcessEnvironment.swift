import Glibc

/// The variables that weir was started with.
enum ProcessEnvironment {
  /// Read anew at each call; to be called on the main thread, before others may set variables.
  static var variables: [String: String] {
    var variables: [String: String] = [:]
    var index = 0
    while let entry = environ[index] {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      index += 1
    }
    return variables
  }
}

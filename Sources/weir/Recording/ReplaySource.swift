import Glibc
import Reports

/// What `weir replay` is given: a kept conversation by its name, or a file.
enum ReplaySource {
  case conversation(SessionName)
  case file(path: String)

  /// What looks like a number or an id is one; a file of such a name is written as a path (`./12`).
  init(_ argument: String) throws(UsageProblem) {
    if let name = SessionName(argument: argument) {
      self = .conversation(name)
    } else if argument.contains("/") || access(argument, F_OK) == 0 {
      self = .file(path: argument)
    } else {
      throw UsageProblem(
        "there is no file \(argument); give one, or the number or id of a conversation (`weir sessions list`)"
      )
    }
  }
}

import Glibc

/// Why prompts cannot be read from a file, in one sentence that says where and what is wanted.
package enum PromptFileError: Error, Sendable, Hashable {
  case unreadable(String, Int32)
  case empty(String)
  case tooLong(String, line: Int)
  case notUTF8(String, line: Int)
  case noObject(String, line: Int)
  case noPrompt(String, line: Int)
  case wrongMember(String, line: Int, name: String, expected: String)
}

extension PromptFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let name, let code): "cannot read \(name): \(String(cString: strerror(code)))"
    case .empty(let name):
      "\(name) holds no prompt; it wants one a line, as text or as {\"prompt\": \"…\"}"
    case .tooLong(let name, let line):
      "\(name), line \(line): the line is longer than 16 MB"
    case .notUTF8(let name, let line):
      "\(name), line \(line): the text is not UTF-8; write it as UTF-8, so that it is asked as it stands"
    case .noObject(let name, let line):
      "\(name), line \(line): expected a JSON object such as {\"prompt\": \"…\"}, as on the first line"
    case .noPrompt(let name, let line):
      "\(name), line \(line): the prompt is missing; expected {\"prompt\": \"…\"} with a text"
    case .wrongMember(let name, let line, let member, let expected):
      "\(name), line \(line): \(member) wants \(expected)"
    }
  }
}

/// Reads faults as they are written on the command line: `stall@3s,drop@40%,429:2,split-utf8`.
package enum FaultReader {
  /// What cannot be read, and what could be.
  package struct Refusal: Error, Equatable, CustomStringConvertible {
    package let description: String
  }

  /// The forms, each with what it does, in the order of the documentation.
  package static let forms: [(form: String, meaning: String)] = [
    ("stall@PLACE[:TIME]", "silence on the wire, 30 s without a time"),
    ("drop@PLACE", "the connection is closed in the middle of an event"),
    ("garbage@PLACE", "bytes that are no event, and an event that is no JSON"),
    ("error@PLACE", "an error envelope inside the stream, which ends there"),
    ("STATUS[:N]", "a status of 400 to 599 for the first N requests, or for all; Retry-After: 1"),
    ("slow-headers[:TIME]", "the head of the response comes late, by 3 s without a time"),
    ("split-utf8", "each character of several bytes leaves in several writes"),
    ("dribble", "each byte leaves in a write of its own"),
    ("no-end", "neither a finish reason nor [DONE] comes"),
    ("comments", "a comment stands before each event"),
    ("crlf", "lines end with CR LF"),
    ("empty", "a response without a body"),
    ("plain", "one JSON object, though a stream was asked for"),
    ("html", "a page of HTML with status 200"),
  ]

  /// Reads a list with commas; the empty text is none.
  package static func faults(in text: String) throws(Refusal) -> [Fault] {
    var faults: [Fault] = []
    for word in text.split(separator: ",") {
      let word = String(word).trimmingSpaces
      guard let fault = fault(word) else {
        let known = forms.map(\.form).joined(separator: ", ")
        throw Refusal(
          description: "there is no fault \"\(word)\"; there are \(known). "
            + "A PLACE is a time (3s, 500ms) or a part of the answer (40%)."
        )
      }
      faults.append(fault)
    }
    return faults
  }

  private static func fault(_ word: String) -> Fault? {
    switch word {
    case "split-utf8": return .splitUTF8
    case "dribble": return .dribble
    case "no-end": return .noEnd
    case "comments": return .comments
    case "crlf": return .crlf
    case "empty": return .empty
    case "plain": return .plain
    case "html": return .html
    case "slow-headers": return .slowHeaders(milliseconds: 3_000)
    default: break
    }
    if let place = word.part(after: "@") { return fault(word.part(before: "@"), at: place) }
    let (name, value) = (word.part(before: ":"), word.part(after: ":"))
    if name == "slow-headers" {
      return value.flatMap(time).map { .slowHeaders(milliseconds: $0) }
    }
    guard let status = Int(name), (400...599).contains(status) else { return nil }
    guard let value else { return .status(status, count: nil) }
    guard let count = Int(value), count > 0 else { return nil }
    return .status(status, count: count)
  }

  private static func fault(_ name: String, at text: String) -> Fault? {
    let length = text.part(after: ":")
    guard length == nil || name == "stall", let place = place(text.part(before: ":")) else {
      return nil
    }
    switch name {
    case "stall":
      guard let length else { return .stall(place, milliseconds: 30_000) }
      return time(length).map { .stall(place, milliseconds: $0) }
    case "drop": return .drop(place)
    case "garbage": return .garbage(place)
    case "error": return .envelope(place)
    default: return nil
    }
  }

  private static func place(_ text: String) -> Fault.Place? {
    guard text.hasSuffix("%") else { return time(text).map { .milliseconds($0) } }
    guard let percent = Double(text.dropLast()), (0...100).contains(percent) else { return nil }
    return .share(percent / 100)
  }

  /// In milliseconds: `3s`, `1.5s`, `200ms`; up to an hour.
  private static func time(_ text: String) -> Double? {
    let isMilliseconds = text.hasSuffix("ms")
    guard isMilliseconds || text.hasSuffix("s"),
      let number = Double(text.dropLast(isMilliseconds ? 2 : 1))
    else { return nil }
    let milliseconds = isMilliseconds ? number : number * 1_000
    return (0...3_600_000).contains(milliseconds) ? milliseconds : nil
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// What stands before the first of these, or all of it.
  fileprivate func part(before sign: Character) -> String {
    firstIndex(of: sign).map { String(self[..<$0]) } ?? self
  }

  /// What stands behind the first of these.
  fileprivate func part(after sign: Character) -> String? {
    firstIndex(of: sign).map { String(self[index(after: $0)...]) }
  }
}

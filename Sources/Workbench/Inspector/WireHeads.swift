import Conversation
import Measuring
import Typeset

/// The request as it was sent, the heads of both ways, and the same request as a command for the shell: a text that is
/// scrolled.
package struct WireHeads: Sendable {
  /// A piece of text in one role, from a row of its own on.
  package struct Entry: Sendable, Hashable {
    package let text: String
    package let role: Role
  }

  /// What the text was made of.
  private struct Version: Sendable, Hashable {
    var attempt: Int
    var hasResponse: Bool
    var hasCommand: Bool
    var columns: Int
  }

  /// As a command, whole, for the clipboard; `nil` until it is known, and where there is none.
  package internal(set) var command: RequestDescription?
  /// Whether it was asked for.
  var isAsked = false
  package private(set) var entries: [Entry] = []
  /// By entry.
  package private(set) var layouts: [TextLayout] = []
  /// What stands in each row.
  package private(set) var rows: [(entry: Int, line: Int)] = []
  /// The first row in view.
  package private(set) var top = 0
  private var version: Version?

  /// Lays a log's heads out, where they are not laid out yet.
  mutating func show(_ log: WireLog, started: MonotonicTime, columns: Int) {
    let version = Version(
      attempt: log.attempt,
      hasResponse: log.response != nil,
      hasCommand: command != nil,
      columns: columns
    )
    guard version != self.version else { return }
    self.version = version
    entries = Self.entries(of: log, started, command)
    layouts = entries.map { TextLayout($0.text, widthInColumns: max(1, columns)) }
    rows = layouts.indices.flatMap { index in
      (0..<layouts[index].lineCount).map { (entry: index, line: $0) }
    }
  }

  mutating func scroll(by step: Int, height: Int) {
    top = max(0, min(top + step, rows.count - height))
  }

  private static func entries(
    of log: WireLog,
    _ started: MonotonicTime,
    _ command: RequestDescription?
  ) -> [Entry] {
    var entries: [Entry] = []
    func add(_ text: String, _ role: Role = .text) { entries.append(Entry(text: text, role: role)) }
    if let request = log.request {
      add("POST \(request.url)", .accent)
      for field in request.fields { add("  \(field.name): \(field.value)") }
    }
    if let response = log.response {
      let time = FigureText.fineMilliseconds(max(0, response.time.milliseconds(since: started)))
      add("")
      add("status \(response.status), \(time) after it was asked", .accent)
      for field in response.fields { add("  \(field.name): \(field.value)") }
    }
    if let command {
      add("")
      add("as a command", .accent)
      add(command.shown)
    }
    if let body = log.request?.body, !body.isEmpty {
      add("")
      add("the request's body, \(body.count) bytes", .accent)
      add(String(decoding: body.prefix(mostBytes), as: UTF8.self))
      if body.count > mostBytes { add("\u{2026} \(body.count - mostBytes) bytes more", .muted) }
    }
    return entries
  }

  private static var mostBytes: Int { 16_384 }
}

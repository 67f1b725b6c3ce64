import Conversation
import JSON

/// How a conversation was last shown, in the form in which the archive keeps it.
struct ConversationView: Sendable, Hashable {
  /// One lane: its preset's name, where its path ends, and what stands at the top of its view.
  struct Lane: Sendable, Hashable {
    var preset: String
    var tip: MessageKey?
    /// `nil` while the view follows the end.
    var top: Place?
    /// What is set for the lane alone.
    var cell = SweepCell()
  }

  struct Place: Sendable, Hashable {
    var message: MessageKey
    var anchor: MessageAnchor
  }

  var lanes: [Lane] = []
  var focused = 0
  /// The lane whose answers all go on from.
  var kept: Int?
  /// What was being written.
  var draft = ""
}

extension ConversationView {
  var text: String { json.text }

  private var json: JSONValue {
    JSONObject.having([
      "lanes": .array(lanes.map(\.json)),
      "focused": .integer(focused),
      "kept": kept.map { .integer($0) },
      "draft": .string(draft),
    ])
  }

  /// `nil` for what is no view; what is unknown in one is passed over.
  init?(text: String) {
    guard case .object(let object)? = JSONValue(json: text) else { return nil }
    if case .array(let lanes)? = object["lanes"] { self.lanes = lanes.compactMap(Lane.init(json:)) }
    if case .integer(let focused)? = object["focused"] { self.focused = focused }
    if case .integer(let kept)? = object["kept"] { self.kept = kept }
    if case .string(let draft)? = object["draft"] { self.draft = draft }
  }
}

extension ConversationView.Lane {
  fileprivate var json: JSONValue {
    var object = JSONObject([("preset", .string(preset))])
    object["tip"] = tip.map { .integer(Int($0.rawValue)) }
    object["top"] = top.map {
      .array([.integer(Int($0.message.rawValue)), .string($0.anchor.text)])
    }
    if !cell.settings.isEmpty { object["parameters"] = .object(cell.object) }
    return .object(object)
  }

  fileprivate init?(json: JSONValue) {
    guard case .object(let object) = json, case .string(let preset)? = object["preset"] else {
      return nil
    }
    self.preset = preset
    if case .integer(let key)? = object["tip"] { tip = MessageKey(Int64(key)) }
    if case .object(let parameters)? = object["parameters"] {
      cell = SweepCell(parameters.members.map { SweepSetting($0.name, $0.value) })
    }
    if case .array(let place)? = object["top"], place.count == 2,
      case .integer(let key) = place[0], case .string(let text) = place[1],
      let anchor = MessageAnchor(text: text)
    {
      top = ConversationView.Place(message: MessageKey(Int64(key)), anchor: anchor)
    }
  }
}

extension MessageAnchor {
  /// A word, and what counts from where: `body 120 0`.
  fileprivate var text: String {
    switch self {
    case .header: "header"
    case .reasoningHeader: "reasoningHeader"
    case .reasoning(let offset, let rowsBelow): "reasoning \(offset) \(rowsBelow)"
    case .body(let offset, let rowsBelow): "body \(offset) \(rowsBelow)"
    case .note(let index, let line): "note \(index) \(line)"
    case .blank: "blank"
    }
  }

  fileprivate init?(text: String) {
    let words = text.split(separator: " ")
    // What no message is as long as is no place in one.
    let numbers = words.dropFirst().compactMap { Int($0) }
    guard numbers.allSatisfy({ abs(Double($0)) <= 1e9 }) else { return nil }
    switch (words.first, numbers.count) {
    case ("header", 0): self = .header
    case ("reasoningHeader", 0): self = .reasoningHeader
    case ("reasoning", 2) where numbers[0] >= 0:
      self = .reasoning(offset: numbers[0], rowsBelow: numbers[1])
    case ("body", 2) where numbers[0] >= 0:
      self = .body(offset: numbers[0], rowsBelow: numbers[1])
    case ("note", 2) where numbers.allSatisfy { $0 >= 0 }:
      self = .note(index: numbers[0], line: numbers[1])
    case ("blank", 0): self = .blank
    default: return nil
    }
  }
}

extension StoredConversation {
  /// The conversation with one lane, on the path on which a message lies.
  package func showing(_ message: MessageKey) -> StoredConversation {
    var view = ConversationView()
    view.lanes = [ConversationView.Lane(preset: "", tip: message)]
    var shown = self
    shown.view = view.text
    return shown
  }

  /// The conversation with these lanes: of each the preset's name, what is set for it alone, and where its path ends.
  package func showing(
    lanes: [(preset: String, cell: SweepCell, tip: MessageKey)]
  ) -> StoredConversation {
    var view = ConversationView()
    view.lanes = lanes.map {
      ConversationView.Lane(preset: $0.preset, tip: $0.tip, cell: $0.cell)
    }
    var shown = self
    shown.view = view.text
    return shown
  }

  /// The end of the path that the focused lane last showed; `nil` when it never was shown.
  package var shownLeaf: MessageKey? {
    guard let view = view.flatMap(ConversationView.init(text:)), !view.lanes.isEmpty else {
      return nil
    }
    return view.lanes[min(max(0, view.focused), view.lanes.count - 1)].tip
  }
}

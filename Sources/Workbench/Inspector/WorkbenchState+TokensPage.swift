import Conversation
import Measuring

extension WorkbenchState {
  mutating func performOnTokensPage(_ command: CommandID) -> [Effect] {
    switch command {
    case .inspectorLogProbs: toggleLogProbs()
    case .inspectorAlternatives: conversation.inspector?.tokens.showsAlternatives.toggle()
    case .inspectorBranch: return takeBranch()
    default: moveOnTokens(command)
    }
    return []
  }

  private mutating func moveOnTokens(_ command: CommandID) {
    guard let inspector = conversation.inspector, let id = inspector.reply,
      let reply = shownTree[id].reply, let shown = inspector.tokens.shown
    else { return }
    var page = inspector.tokens
    let message = shownTree[id]
    let marks = page.pieces == .tokens ? page.figures.unlikely : inspector.arrivals.stalls
    switch command {
    case .inspectorBackward: page.move(by: -1, reply)
    case .inspectorForward: page.move(by: 1, reply)
    case .inspectorDown: page.move(byRows: 1, message, reply)
    case .inspectorUp: page.move(byRows: -1, message, reply)
    case .inspectorPageDown: page.move(byRows: tokensTextRows, message, reply)
    case .inspectorPageUp: page.move(byRows: -tokensTextRows, message, reply)
    case .inspectorNextMark: page.go(to: marks.first { $0 > shown } ?? page.rows.count, reply)
    case .inspectorPreviousMark: page.go(to: marks.last { $0 < shown } ?? 0, reply)
    case .inspectorNextAlternative: page.choose(by: 1, reply)
    case .inspectorPreviousAlternative: page.choose(by: -1, reply)
    case .inspectorStart: page.go(to: 0, reply)
    case .inspectorEnd: page.go(to: page.rows.count, reply)
    default: break
    }
    conversation.inspector?.tokens = page
  }

  /// Asks for log-probs from the next request of the focused lane's preset on, or no longer.
  private mutating func toggleLogProbs() {
    let lane = conversation.focusedLane
    let preset = lane.preset
    let again = keyMap.notation(for: .regenerate).map { "; \($0) asks again" } ?? ""
    if asksForLogProbs {
      sidebar.change(.logProbs, to: .null, of: preset)
      status = StatusMessage("no log-probs from the next request of \(preset.name) on")
    } else {
      sidebar.change(.logProbs, to: .integer(Self.alternativesWanted), of: preset)
      status = StatusMessage(
        "log-probs with \(Self.alternativesWanted) alternatives from the next request of \(preset.name) on\(again)",
        role: .success
      )
    }
  }

  /// Whether the focused lane's next request asks for log-probs.
  package var asksForLogProbs: Bool {
    switch effectivePreset(of: conversation.focusedLane).parameters[.logProbs] {
    case nil, .null?, .bool(false)?: false
    case .some: true
    }
  }

  private static var alternativesWanted: Int { 5 }

  /// Has the model go on from another token than the one that it took, as a sibling of the reply.
  private mutating func takeBranch() -> [Effect] {
    guard let page = conversation.inspector?.tokens, let id = conversation.inspector?.reply,
      let reply = tree[id].reply, let turn = tree[id].parent
    else { return [] }
    if let refusal = refusalOfStandIn(lanes: [conversation.focused]) {
      status = StatusMessage(refusal, role: .warning)
      return []
    }
    do throws(BranchRefusal) {
      let words = try branch(page, tree[id], reply)
      status = StatusMessage("goes on from another token, as a sibling", role: .success)
      return [ask(lane: conversation.focused, answering: turn, beginningWith: words)]
    } catch {
      status = StatusMessage(error.sentence, role: .warning)
      return []
    }
  }

  /// The text up to the token at the cursor, and the alternative in its place.
  private func branch(
    _ page: TokensPage,
    _ message: Message,
    _ reply: Reply
  ) throws(BranchRefusal) -> String {
    let lane = conversation.focusedLane
    guard !lane.isBusy else { throw BranchRefusal("a reply streams here; stop it first") }
    let key = keyMap.notation(for: .inspectorLogProbs) ?? "l"
    guard page.pieces == .tokens, let shown = page.shown, reply.logProbs.indices.contains(shown)
    else { throw BranchRefusal("a branch needs log-probs; \(key) asks for them") }
    let token = reply.logProbs[shown]
    guard let choice = page.chosen(of: token) else {
      throw BranchRefusal("the server named no alternative to this token")
    }
    let other = token.alternatives[choice].token
    guard !other.isEmpty, !other.unicodeScalars.contains("\u{FFFD}") else {
      throw BranchRefusal("this alternative is no text by itself, but a piece of a character")
    }
    guard !other.isSign else { throw BranchRefusal("this alternative ends the answer") }
    if let refusal = refusalOfWords(of: lane.preset, after: reply) { throw BranchRefusal(refusal) }
    let given = message.content.utf8.prefix(max(0, reply.givenBytes))
    let own = message.content.utf8.dropFirst(max(0, reply.givenBytes))
    guard let start = TokenPlaces.start(ofToken: shown, among: reply.logProbs, in: own) else {
      throw BranchRefusal(
        "the tokens up to here do not add up to the answer's text; take a branch at another one"
      )
    }
    return String(decoding: given, as: UTF8.self)
      + String(decoding: own.prefix(start), as: UTF8.self) + other
  }
}

/// Why a branch cannot be taken.
private struct BranchRefusal: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

extension String {
  /// Whether it is one of the signs by which models say that they are done, as their servers write them.
  fileprivate var isSign: Bool {
    self == "</s>" || (hasPrefix("<|") && hasSuffix("|>")) || self == "<eos>"
      || self == "<end_of_turn>"
  }
}

import Conversation
import Measuring
import Typeset
import Workbench

/// The words and figures of a stream, the same wherever they stand.
enum StreamText {
  /// State, TTFT, rate and count in one line: the fullest form that fits.
  static func summary(of lane: Lane, tree: MessageTree, columns: Int) -> String {
    guard let reply = lane.tip.flatMap({ tree[$0].reply }) else { return "" }
    let figures = lane.figures
    let state = state(of: reply, figures: figures)
    let wait = figures.timeToFirstDelta.map(FigureText.milliseconds)
    let rate = rate(figures)
    let waited = wait.map { "\(state)  TTFT \($0)" } ?? state
    let rated = rate.map { "\(waited)  \($0)" } ?? waited
    let counted = count(reply: reply, figures: figures).map { "\(rated)  \($0)" } ?? rated
    if CellWidth.columns(of: counted) <= columns { return counted }
    if CellWidth.columns(of: rated) <= columns { return rated }
    // In a narrow column the sign stands for the state, save where the words say what went wrong.
    if let wait, !reply.hasTrouble {
      let pace = rate.map { " " + $0.replacing("deltas", with: "\u{394}") } ?? ""
      let short = "\(state.prefix(1)) \(wait)\(pace)"
      if CellWidth.columns(of: short) <= columns { return short }
    }
    return CellWidth.columns(of: waited) <= columns ? waited : state
  }

  /// How a lane stands, in words that are the same for every server.
  static func stateWithoutFigures(of lane: Lane, _ reply: Reply?) -> String {
    guard let reply, lane.pending.isEmpty || lane.isStreaming else {
      return lane.pending.isEmpty ? "" : "\u{25CB} waits"
    }
    switch reply.ending {
    case nil: return reply.firstDelta == nil ? "\u{25CB} waits" : "\u{25CF} streaming"
    case .finished, .incomplete: return "\u{2713} done"
    case .cancelled, .interrupted: return "\u{25A0} stopped"
    case .failed: return "\u{2717} failed"
    }
  }

  /// A symbol and a word: never a colour alone.
  static func state(of reply: Reply, figures: StreamFigures) -> String {
    guard let ending = reply.ending else {
      if let retry = reply.retry {
        return "\u{21BB} retry \(retry.attempt - 1) in \(figures.retrySeconds ?? 0) s"
      }
      if let percent = figures.prefillPercent { return "\u{25CB} reading the prompt \(percent) %" }
      if let seconds = figures.waitingSeconds {
        let sign = figures.isKeptAlive ? ", keep-alive" : ""
        return "\u{25CB} waiting \(seconds) s\(sign)"
      }
      if reply.firstDelta != nil { return "\u{25CF} streaming" }
      return reply.phase == .connecting ? "\u{25CB} connecting" : "\u{25CB} waiting"
    }
    switch ending {
    case .finished(let reason): return "\u{2713} \(reason ?? "done")"
    case .incomplete: return "! incomplete"
    case .cancelled, .interrupted: return "\u{25A0} stopped"
    case .failed(let error): return "\u{2717} \(error.kind.rawValue) error"
    }
  }

  static func role(of reply: Reply) -> Role {
    guard let ending = reply.ending else { return .streaming }
    switch ending {
    case .finished: return .success
    case .incomplete: return .warning
    case .cancelled, .interrupted: return .muted
    case .failed: return .error
    }
  }

  /// What a reply had at a moment: its state then, deltas and rate, as much of it as fits.
  static func past(
    of row: TimeRuler.Row,
    at place: TimeRuler.Place,
    reply: Reply,
    columns: Int
  ) -> String {
    let count = row.position.deltas
    let state =
      row.isWhole(at: place) && !row.isStreaming
      ? self.state(of: reply, figures: StreamFigures())
      : count > 0 ? "\u{25CF} streaming" : "\u{25CB} waiting"
    let counted = count > 0 ? "  \(count) \u{394}" : ""
    let rate = row.deltasPerSecond.map { "  \(FigureText.decimal($0)) \u{394}/s" } ?? ""
    let sign = count > 0 ? String(state.prefix(1)) : state
    let forms = [
      state + counted + rate, sign + counted.dropFirst() + rate, sign + counted.dropFirst(),
    ]
    return forms.first { CellWidth.columns(of: $0) <= columns } ?? String(state.prefix(1))
  }

  /// Tokens where the server counted them, else deltas, and always says which.
  static func rate(_ figures: StreamFigures) -> String? {
    if let rate = figures.tokensPerSecond { return "\(FigureText.decimal(rate)) tok/s" }
    return figures.deltasPerSecond.map { "\(FigureText.decimal($0)) deltas/s" }
  }

  static func count(reply: Reply, figures: StreamFigures) -> String? {
    if let tokens = reply.usage?.completionTokens ?? reply.serverTimings?.predictedTokens {
      return "\(tokens) tok"
    }
    let count = figures.deltaCount
    return count > 0 ? "\(count) \(count == 1 ? "delta" : "deltas")" : nil
  }
}

extension Reply {
  /// Whether it ended otherwise than the server meant it to.
  fileprivate var hasTrouble: Bool {
    switch ending {
    case nil, .finished: false
    case .incomplete, .cancelled, .interrupted, .failed: true
    }
  }
}

import Conversation
import Measuring
import Typeset
import Workbench

/// The words and figures of a stream, the same wherever they stand.
enum StreamText {
  /// Of a lane that shows what another one has answered.
  static let notAsked = "\u{2013} not asked yet"

  /// State, TTFT, rate, tokens and cost: as many of them as fit, in this order, and in words as far as that leaves room.
  static func summary(of reply: Reply, figures: StreamFigures, columns: Int) -> String {
    let state = state(of: reply, figures: figures)
    var parts = FigureLine()
    // The sign stands for the state where room is dear, save where the words say what went wrong, or are all there is.
    let isTold = reply.hasTrouble || figures.timeToFirstDelta == nil
    parts.add(state, short: isTold ? state : String(state.prefix(1)))
    if let wait = figures.timeToFirstDelta.map(FigureText.milliseconds) {
      parts.add("TTFT \(wait)", short: wait)
    }
    if let rate = rate(figures) {
      parts.add(rate, short: rate.replacing("deltas", with: "\u{394}"))
    }
    if let count = count(reply: reply, figures: figures) {
      parts.add(
        count,
        short: count.replacing("deltas", with: "\u{394}").replacing("delta", with: "\u{394}")
      )
    }
    if let cost = reply.cost.map(FigureText.cost) {
      parts.add("cost \(cost)", short: "cost \(cost)")
    }
    return parts.text(columns: columns, prefersWords: reply.hasTrouble)
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

import Conversation
import Measuring
import Typeset
import Workbench

/// The figures of the focused lane's stream.
enum StreamBox {
  static func draw(_ state: WorkbenchState, _ rect: Rect, on canvas: inout Canvas) {
    guard let reply = state.shownReply(ofLane: state.conversation.focused) else {
      let isOthers = state.showsAnothersAnswer(lane: state.conversation.focused)
      let lines =
        [Line(label: isOthers ? StreamText.notAsked : "no stream yet")]
        + context(state, columns: rect.columns - 2)
      return draw(lines, rect, on: &canvas)
    }
    var lines = lines(
      of: reply,
      state.shownFigures(ofLane: state.conversation.focused),
      columns: rect.columns - 2
    )
    lines.insert(contentsOf: context(state, columns: rect.columns - 2), at: 4)
    draw(lines, rect, on: &canvas)
  }

  private static func draw(_ lines: [Line], _ rect: Rect, on canvas: inout Canvas) {
    for (row, line) in lines.prefix(rect.rows).enumerated() {
      let y = rect.row + row
      let end = canvas.text(
        line.label,
        row: y,
        column: rect.column + 1,
        end: rect.endColumn,
        role: line.labelRole
      )
      canvas.textRight(
        line.value,
        row: y,
        start: end + 1,
        end: rect.endColumn - 1,
        role: line.valueRole
      )
    }
  }

  private struct Line {
    var label: String
    var value = ""
    var labelRole = Role.muted
    var valueRole = Role.text
  }

  private static func lines(of reply: Reply, _ figures: StreamFigures, columns: Int) -> [Line] {
    var lines = [
      Line(
        label: StreamText.state(of: reply, figures: figures),
        labelRole: StreamText.role(of: reply)
      ),
      Line(label: "TTFT", value: figures.timeToFirstDelta.map(FigureText.milliseconds) ?? dash),
      Line(label: "rate", value: StreamText.rate(figures) ?? dash),
      Line(
        label: Sparkline.text(figures.rates, width: columns),
        labelRole: .spark
      ),
      Line(
        label: "gap p95",
        value: figures.gapP95Milliseconds.map(FigureText.milliseconds) ?? dash
      ),
      Line(
        label: "stalls",
        value: String(figures.stallCount),
        valueRole: figures.stallCount > 0 ? .warning : .text
      ),
      Line(label: "elapsed", value: figures.elapsedSeconds.map(FigureText.seconds) ?? dash),
      Line(label: "deltas", value: String(figures.deltaCount)),
    ]
    if let usage = reply.usage {
      let counts = "\(text(usage.promptTokens)) + \(text(usage.completionTokens))"
      lines.append(Line(label: "server tok", value: counts))
    }
    if let rate = reply.serverTimings?.predictedTokensPerSecond {
      lines.append(Line(label: "server", value: "\(FigureText.decimal(rate)) tok/s"))
    }
    return lines
  }

  /// How full the window is; says in words where it is nearly full.
  private static func context(_ state: WorkbenchState, columns: Int) -> [Line] {
    let gauge = state.context
    guard gauge.used > 0 else { return [] }
    let label = "context"
    let figures = ContextText.figures(gauge, columns: columns - label.utf8.count - 1)
    let role: Role = gauge.isNearlyFull ? .warning : .text
    let line = Line(label: label, value: figures, valueRole: role)
    guard gauge.isNearlyFull else { return [line] }
    return [line, Line(label: "! \(ContextText.percent(gauge)) full", labelRole: .warning)]
  }

  private static let dash = "\u{2013}"

  private static func text(_ count: Int?) -> String { count.map(String.init) ?? dash }
}

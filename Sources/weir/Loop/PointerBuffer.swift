import Workbench

/// Holds turns of the wheel and drags back until a frame may be painted, as one event of each kind in a row.
///
/// A wheel that turns fast sends hundreds of reports a second, most of them in a read of their own: scrolling
/// and painting for each would be work that nobody sees. Everything else is let through at once, after
/// what came before it.
struct PointerBuffer {
  private var held: [TerminalInput] = []

  /// Something waits for the next frame.
  var isHolding: Bool { !held.isEmpty }

  /// What is to be done now: nothing while only the pointer moved and no frame is due.
  mutating func take(_ inputs: [TerminalInput], isFrameDue: Bool) -> [TerminalInput] {
    for input in inputs { append(input) }
    return isFrameDue || !held.allSatisfy(\.canWait) ? flush() : []
  }

  /// What was held back, in order.
  mutating func flush() -> [TerminalInput] {
    defer { held = [] }
    return held.filter { input in
      if case .mouse(let event) = input { return event.kind != .wheel(0) }
      return true
    }
  }

  private mutating func append(_ input: TerminalInput) {
    if case .mouse(let next) = input, case .mouse(let last) = held.last,
      let both = last.merged(with: next)
    {
      held[held.count - 1] = .mouse(both)
    } else {
      held.append(input)
    }
  }
}

extension TerminalInput {
  fileprivate var canWait: Bool {
    guard case .mouse(let event) = self else { return false }
    return switch event.kind {
    case .wheel, .drag: true
    case .press, .release: false
    }
  }
}

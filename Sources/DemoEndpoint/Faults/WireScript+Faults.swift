import Conversation

extension WireScript {
  /// The body with its faults, one after the other.
  func with(_ faults: [Fault]) -> WireScript { faults.reduce(self) { $0.with($1) } }

  private func with(_ fault: Fault) -> WireScript {
    switch fault {
    case .stall(let place, let milliseconds):
      return inserting([.wait(milliseconds: milliseconds)], at: place)
    case .garbage(let place): return inserting([.bytes(Self.garbage)], at: place)
    case .drop(let place):
      return ended(at: place) { pieces in
        let bytes = pieces.bytes
        return [.bytes(Array(bytes.prefix(bytes.count / 2))), .close]
      }
    case .envelope(let place): return ended(at: place) { _ in [.bytes(Self.envelope)] }
    case .splitUTF8: return writing(\.splitInsideCharacters)
    case .dribble: return writing { $0.map { [$0] } }
    case .noEnd: return WireScript(count: max(0, count - 1)) { self[$0] }
    case .comments: return precedingEvents(with: Array(": keep-alive\n\n".utf8))
    case .crlf: return rewriting { $0.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
    case .status, .slowHeaders, .empty, .plain, .html: return self
    }
  }

  /// The index of the piece that a place is at; behind the last one where the answer is over by then.
  private func index(of place: Fault.Place) -> Int {
    switch place {
    case .share(let share): return min(count, Int((Double(count) * share).rounded(.down)))
    case .milliseconds(let wanted):
      var silence = 0.0
      for index in 0..<count {
        for case .wait(let milliseconds) in self[index] { silence += milliseconds }
        if silence >= wanted { return index }
      }
      return count
    }
  }

  private func inserting(_ pieces: [WirePiece], at place: Fault.Place) -> WireScript {
    let at = index(of: place)
    return WireScript(count: max(count, at + 1)) { index in
      let own = index < count ? self[index] : []
      return index == at ? pieces + own : own
    }
  }

  /// Ends with what is made of the pieces at a place; nothing changes where the answer is over by then.
  private func ended(
    at place: Fault.Place,
    with end: @escaping @Sendable ([WirePiece]) -> [WirePiece]
  ) -> WireScript {
    var at = index(of: place)
    guard at < count else { return self }
    // Pieces that only wait have nothing to be cut.
    while at < count - 1, self[at].bytes.isEmpty { at += 1 }
    let last = at
    return WireScript(count: last + 1) { $0 == last ? end(self[$0]) : self[$0] }
  }

  /// Sends bytes before the first of each step, which begins an event.
  private func precedingEvents(with bytes: [UInt8]) -> WireScript {
    WireScript(count: count) { index in
      self[index].bytes.isEmpty ? self[index] : [.bytes(bytes)] + self[index]
    }
  }

  private func rewriting(_ change: @escaping @Sendable ([UInt8]) -> [UInt8]) -> WireScript {
    WireScript(count: count) { index in
      self[index].map { piece in
        guard case .bytes(let bytes) = piece, !bytes.isEmpty else { return piece }
        return .bytes(change(bytes))
      }
    }
  }

  /// Sends bytes in writes of their own.
  private func writing(_ cut: @escaping @Sendable ([UInt8]) -> [[UInt8]]) -> WireScript {
    WireScript(count: count) { index in
      self[index].flatMap { piece -> [WirePiece] in
        guard case .bytes(let bytes) = piece else { return [piece] }
        // A silence, however short, parts two writes.
        return cut(bytes).flatMap { [.bytes($0), .wait(milliseconds: 1)] }
      }
    }
  }

  private static var garbage: [UInt8] {
    [0x00, 0xFF, 0xFE] + Array("no event\nnor: this\n\ndata: {\"no JSON\n\n".utf8)
  }

  private static var envelope: [UInt8] {
    let error: JSONValue = [
      "error": ["message": "The model gave up, as asked.", "type": "demo_error", "code": 500]
    ]
    return Array("data: \(error.text)\n\n".utf8)
  }
}

extension [WirePiece] {
  /// All bytes of the pieces.
  fileprivate var bytes: [UInt8] {
    flatMap { piece -> [UInt8] in if case .bytes(let bytes) = piece { bytes } else { [] } }
  }
}

extension [UInt8] {
  /// Cut behind the first byte of each character of several.
  fileprivate var splitInsideCharacters: [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    for byte in self {
      parts[parts.count - 1].append(byte)
      if byte >= 0xC0 { parts.append([]) }
    }
    return parts
  }
}

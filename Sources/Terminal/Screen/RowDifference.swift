import Glibc
import Panes

extension UnsafeBufferPointer<Cell> {
  /// The columns outside of which this row is the same as another of its length, with wide characters whole; `nil`
  /// where all are.
  // Of no actor: closures of the main actor's would ask for the executor at every cell.
  func difference(from old: UnsafeBufferPointer<Cell>) -> Range<Int>? {
    guard var first = indices.first(where: { differs(at: $0, from: old) }),
      var last = indices.last(where: { differs(at: $0, from: old) })
    else { return nil }
    while first > 0, self[first].isContinuation || old[first].isContinuation { first -= 1 }
    while last + 1 < count, self[last + 1].isContinuation || old[last + 1].isContinuation {
      last += 1
    }
    return first..<last + 1
  }

  private func differs(at index: Int, from old: UnsafeBufferPointer<Cell>) -> Bool {
    guard let own = baseAddress, let other = old.baseAddress else { return false }
    return memcmp(own + index, other + index, MemoryLayout<Cell>.size) != 0
  }
}

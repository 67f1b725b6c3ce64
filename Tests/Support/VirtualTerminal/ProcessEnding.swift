/// How a process ended.
package enum ProcessEnding: Sendable, Hashable {
  case exited(Int32)
  case signaled(Int32)

  /// From the status of waitpid(2).
  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .signaled(signal)
  }
}

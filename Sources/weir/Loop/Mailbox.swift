import Synchronization
import Workbench

/// Actions that other threads have for the main loop; append from any thread, take on the main thread.
final class Mailbox: Sendable {
  private let actions = Mutex<[Action]>([])
  private let wake: WakeDescriptor

  init(wake: WakeDescriptor) {
    self.wake = wake
  }

  func post(_ action: Action) {
    actions.withLock { $0.append(action) }
    wake.wake()
  }

  /// Takes everything posted since the last call, oldest first.
  func take() -> [Action] {
    actions.withLock { actions in
      defer { actions = [] }
      return actions
    }
  }
}

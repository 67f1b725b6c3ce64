import CTerminalGuard
import Testing

@testable import Terminal

@Suite struct ScreenModesTests {
  @Test("what gives the screen back fits the guard's memory", arguments: [true, false])
  func fits(isPlain: Bool) {
    let modes = ScreenModes(isPlain: isPlain, hasTitle: true)
    #expect(modes.leave.utf8.count <= WEIR_RESTORE_CAPACITY)
  }
}

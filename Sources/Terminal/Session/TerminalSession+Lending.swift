import CTerminalGuard
import Glibc

extension TerminalSession {
  /// Stops weir as ^Z does, and comes back when the shell continues it; paint then.
  package func suspend() {
    giveBack()
    weir_signals_stop()
    takeBack()
  }

  /// Runs `body` (an editor, a pager) with the terminal as the shell had it, and comes back; paint then.
  ///
  /// While it runs, ^C and ^\ are its own, and ^Z stops weir along with it.
  package func withTerminalGivenBack<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    giveBack()
    weir_signals_lend(1)
    defer {
      weir_signals_lend(0)
      takeBack()
    }
    return try body()
  }

  /// After SIGCONT: somebody may have used the terminal while weir stood still; paint then.
  package func resumed() {
    giveBack()
    takeBack()
  }

  private func takeBack() {
    take()
    resize()
    redraw()
  }
}

import Testing

@testable import Workbench

/// What keys do to a text, in rows; where vi and Vim agree, as Vim 9.0 does it.
@Suite struct ViKeysTests {
  /// Keys typed in normal mode; the caret stands on the character behind `|`.
  struct Row: CustomTestStringConvertible {
    let before: String
    let keys: String
    let after: String
    /// With a `$` behind it where it holds lines.
    let register: String

    init(_ before: String, _ keys: String, _ after: String, _ register: String = "") {
      self.before = before
      self.keys = keys
      self.after = after
      self.register = register
    }

    var testDescription: String { "\(keys) in \(before)" }
  }

  @Test(arguments: motions) func moves(by row: Row) { check(row) }

  @Test(arguments: operators) func operates(by row: Row) { check(row) }

  @Test(arguments: objects) func findsObjects(by row: Row) { check(row) }

  @Test(arguments: characters) func changesCharacters(by row: Row) { check(row) }

  @Test(arguments: register) func putsTheRegisterBack(by row: Row) { check(row) }

  @Test(arguments: undo) func undoesAndRedoes(by row: Row) { check(row) }

  @Test(arguments: repeats) func repeatsTheLastChange(by row: Row) { check(row) }

  @Test(arguments: selections) func selects(by row: Row) { check(row) }

  @Test(arguments: unicode) func countsCharactersAsPeopleDo(by row: Row) { check(row) }

  @Test(arguments: clusters) func neverCutsACluster(by row: Row) { check(row) }

  @Test(arguments: modes) func saysItsMode(by row: Row) { check(row) }

  private func check(_ row: Row) {
    var vi = ViEditor(row.before)
    vi.type(row.keys)
    #expect(vi.state == row.after)
    #expect(vi.register == row.register)
  }
}

import Support
import Testing
import Workbench

@Suite struct KeysDocumentTests {
  @Test func isWhatTheDocsSay() {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    expectFile(KeysDocument.markdown, at: (root + ["docs", "KEYS.md"]).joined(separator: "/"))
  }
}

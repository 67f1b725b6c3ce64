import Conversation
import Synchronization
import Testing
import Workbench

@testable import weir

@Suite struct DraftKeeperTests {
  private final class Shelf: Sendable {
    let saved = Mutex<[String]>([])

    var texts: [String] { saved.withLock { $0 } }
  }

  private static let start = MonotonicTime(nanoseconds: 1_000_000_000)

  @Test func savesAChangeOnceItIsHalfASecondOld() {
    let shelf = Shelf()
    var keeper = DraftKeeper { buffer in shelf.saved.withLock { $0.append(buffer.text) } }
    var editor = TextEditor("kept")
    keeper.note(revision: editor.revision, at: Self.start) { editor }
    #expect(keeper.deadline == nil)
    editor.insert("!")
    keeper.note(revision: editor.revision, at: Self.start) { editor }
    editor.insert("!")
    keeper.note(revision: editor.revision, at: Self.start.adding(milliseconds: 499)) { editor }
    #expect(shelf.texts == [])
    keeper.note(revision: editor.revision, at: Self.start.adding(milliseconds: 500)) { editor }
    #expect(shelf.texts == ["kept!!"])
    #expect(keeper.deadline == nil)
  }

  @Test func savesTheWholeTextOfAFoldedPaste() {
    let shelf = Shelf()
    var keeper = DraftKeeper { editor in shelf.saved.withLock { $0.append(editor.text) } }
    var editor = TextEditor()
    let text = String(repeating: "line\n", count: 50)
    editor.pasteFolding(text)
    keeper.flush(editor)
    #expect(shelf.texts == [text])
  }

  @Test func savesWhatIsLeftAtTheEnd() {
    let shelf = Shelf()
    var keeper = DraftKeeper { buffer in shelf.saved.withLock { $0.append(buffer.text) } }
    var editor = TextEditor()
    keeper.flush(editor)
    editor.insert("last words")
    keeper.flush(editor)
    keeper.flush(editor)
    #expect(shelf.texts == ["last words"])
  }
}

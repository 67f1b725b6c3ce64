import Conversation
import Testing

@Suite struct KeyRenamingTests {
  @Test func aMessageIsFoundByTheKeyThatTheArchiveGaveIt() {
    var tree = MessageTree(seed: 1)
    let root = tree.addUserMessage("a", under: nil, at: WallTime(milliseconds: 5))
    let first = tree.addNote("b", under: root, at: WallTime(milliseconds: 6))
    let second = tree.addNote("c", under: root, at: WallTime(milliseconds: 6))
    let old = tree[first].key
    let new = MessageKey(tree[second].key.rawValue + 1)
    tree.rename([old: new, MessageKey(1): MessageKey(2)])
    #expect(tree.message(new) == first)
    #expect(tree.message(old) == nil)
    #expect(tree.children(of: root) == [second, first])
    let next = tree.addNote("d", under: root, at: WallTime(milliseconds: 6))
    #expect(tree[next].key > new)
  }

  @Test func whatIsReadUnderTheNewKeyIsNotTakenForAnother() {
    var tree = MessageTree(seed: 1)
    let root = tree.addUserMessage("a", under: nil, at: WallTime(milliseconds: 5))
    var kept = tree.storedMessages
    kept[0].key = MessageKey(kept[0].key.rawValue ^ 1)
    tree.rename([tree[root].key: kept[0].key])
    #expect(tree.merge(kept) == [])
    #expect(tree.count == 1)
  }
}

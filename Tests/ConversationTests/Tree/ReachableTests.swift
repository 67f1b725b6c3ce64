import Conversation
import Support
import Testing

@Suite struct ReachableTests {
  @Test("counts what is not pruned, nor below what is", arguments: Soak.seeds(20, whole: 500))
  func countsWhatCanBeReached(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var tree = MessageTree(seed: seed)
    for index in 0..<60 {
      let parent =
        index == 0 || index % 17 == 0
        ? nil : MessageID(Int.random(in: 0..<index, using: &random))
      let id = tree.addNote("\(index)", under: parent, at: WallTime(milliseconds: 1))
      if index % 7 == 3 { _ = tree.prune(id) }
    }
    let reachable = (0..<tree.count).map { MessageID($0) }.filter(tree.isReachable)
    #expect(tree.reachableCount == reachable.count)
    #expect(tree.newestReachable == reachable.max { tree[$0].key < tree[$1].key })
  }

  @Test func nothingIsNewestOfNothing() {
    #expect(MessageTree().newestReachable == nil)
    #expect(MessageTree().reachableCount == 0)
  }
}

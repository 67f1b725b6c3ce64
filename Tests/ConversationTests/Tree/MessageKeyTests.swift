import Conversation
import Testing

@Suite struct MessageKeyTests {
  @Test func programsWithAClockThatLiesBehindDoNotMeet() {
    let future = WallTime(milliseconds: 2_000_000_000_000)
    let keys = [UInt64(1), 2].map { seed -> [MessageKey] in
      var tree = MessageTree(seed: seed)
      tree.merge([
        StoredMessage(
          key: MessageKey(firstAt: future),
          parent: nil,
          role: .user,
          created: future,
          content: "a"
        )
      ])
      return (0..<50).map { _ in
        let note = tree.addNote("n", under: nil)
        return tree[note].key
      }
    }
    #expect(Set(keys[0]).isDisjoint(with: keys[1]))
    #expect(keys.allSatisfy { $0 == $0.sorted() && Set($0).count == 50 })
  }

  @Test func goesOnBehindTheLastKeyOfAFile() {
    var tree = MessageTree(seed: 1)
    let last = MessageKey(.max - 1 << 42)
    tree.merge([
      StoredMessage(
        key: last,
        parent: nil,
        role: .user,
        created: .init(milliseconds: 0),
        content: "a"
      )
    ])
    let keys = (0..<1_000).map { _ in
      let note = tree.addNote("n", under: nil)
      return tree[note].key
    }
    #expect(keys == keys.sorted() && Set(keys).count == 1_000)
  }
}

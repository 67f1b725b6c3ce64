import Conversation
import Dispatch
import GRDB
import Synchronization
import Testing

@testable import Archive

/// Of the questions for the list, only the newest is answered.
@Suite struct NewestQuestionTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/weir.sqlite" }

  @Test func aFurtherQuestionStopsWhatIsRead() throws {
    let database = try DatabaseQueue()
    let questions = NewestQuestion()
    let first = questions.begin()
    var numbers: [Int] = []
    let answer: [Int]? = try questions.read(for: first, with: database) { db in
      let sql =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9) SELECT i FROM n"
      let cursor = try Int.fetchCursor(db, sql: sql)
      while let number = try cursor.next() {
        numbers.append(number)
        if number == 2 { questions.begin() }
      }
      return numbers
    }
    #expect(answer == nil)
    #expect(numbers == [1, 2])
    #expect(try questions.read(for: questions.begin(), with: database) { _ in 7 } == 7)
  }

  @Test func listsThatWaitAreGivenUpForTheNewest() throws {
    let archive = Archive(path: path)
    try archive.saveNow([StoredConversation.plain("T", ["a"]).changes])
    let gate = DispatchSemaphore(value: 0)
    archive.perform(.reading { _ in gate.wait() }) { _ in }
    let answers = Mutex<[[String]]>([])
    for text in ["x", "y", "T"] {
      var filter = ConversationFilter()
      filter.text = text
      archive.list(filter, after: nil, limit: 5) { result in
        let titles = (try? result.get())?.map(\.record.title) ?? []
        answers.withLock { $0.append([text] + titles) }
      }
    }
    gate.signal()
    archive.waitForAnswers()
    #expect(answers.withLock { $0 } == [["T", "T"]])
  }
}

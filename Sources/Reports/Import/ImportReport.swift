/// What was taken from a file, and what was not.
package struct ImportReport: Sendable, Hashable {
  package private(set) var conversations = 0
  package private(set) var messages = 0
  /// What could not be taken, counted.
  package private(set) var omissions: [ImportOmission: Int] = [:]
  /// Where something is wrong with the file ("line 12: …"), the first 20 of them.
  package private(set) var problems: [String] = []
  /// Of all problems.
  package private(set) var problemCount = 0

  package init() {}

  private static var mostProblems: Int { 20 }

  /// One sentence for each kind of thing that could not be taken, in a fixed order.
  package var sentences: [String] {
    ImportOmission.allCases.compactMap { kind in
      omissions[kind].map { kind.sentence(count: $0) }
    }
  }

  package mutating func count(_ omission: ImportOmission, times: Int = 1) {
    if times > 0 { omissions[omission, default: 0] += times }
  }

  /// Says where something is wrong with the file.
  package mutating func note(_ problem: String) {
    problemCount += 1
    if problems.count < Self.mostProblems { problems.append(problem) }
  }

  mutating func took(_ conversation: ImportedConversation) {
    conversations += 1
    messages += conversation.conversation.messages.count
  }
}

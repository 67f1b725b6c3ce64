import ArgumentParser
import Conversation

/// Options that choose among the kept conversations.
struct SessionsFilter: ParsableArguments {
  @Option(help: "Only those with this tag.")
  var tag: String?

  @Option(help: "Only those that this preset answered in.", completion: .presets)
  var preset: String?

  @Option(
    help: ArgumentHelp("Only those last used longer ago: 90d, 12h, 3w or 1y.", valueName: "age")
  )
  var olderThan: Age?

  @Flag(help: "Archived ones too.")
  var archived = false

  var filter: ConversationFilter {
    var filter = ConversationFilter()
    filter.tag = tag
    filter.preset = preset
    filter.showsArchived = archived
    filter.olderThan = olderThan.map { WallTime.now().adding(milliseconds: -$0.milliseconds) }
    return filter
  }

  /// Whether any condition is set.
  var isSet: Bool { tag != nil || preset != nil || olderThan != nil }
}

/// A span of time as it is typed.
struct Age: ExpressibleByArgument {
  let milliseconds: Int64

  init?(argument: String) {
    let units: [Character: Int64] = ["h": 1, "d": 24, "w": 24 * 7, "y": 24 * 365]
    guard let unit = argument.last.flatMap({ units[$0] }), let count = Int64(argument.dropLast()),
      (0...100_000).contains(count)
    else { return nil }
    milliseconds = count * unit * 3_600_000
  }
}

import Conversation
import Reports

/// What a comparison asks of whom, as its options say it.
struct ComparePlan {
  let lanes: [ComparisonLane]
  let runs: Int
  let mode: AskingMode
  /// How many requests each server takes at a time; those of a lane are at ``server(ofLane:)``.
  let bounds: [Int]
  private let servers: [Int]
  /// Those that answers come from.
  let laneServers: Set<Int>
  /// That of the judge, which may be a lane's too; `nil` where nobody judges.
  let judgeServer: Int?
  /// Texts that every answer is to contain.
  let expected: [String]

  /// The bound is that of every server; `nil` leaves it to where the server is.
  init(
    lanes: [ComparisonLane],
    runs: Int,
    judge: Preset?,
    mode: AskingMode,
    bound: Int?,
    expected: [String]
  ) {
    self.lanes = lanes
    self.runs = runs
    self.mode = mode
    self.expected = expected
    var names: [String] = []
    var bounds: [Int] = []
    var servers: [Int] = []
    for preset in lanes.map(\.preset) + (judge.map { [$0] } ?? []) {
      let name = preset.endpoint.unixSocket ?? preset.endpoint.origin
      if let server = names.firstIndex(of: name) {
        servers.append(server)
      } else {
        servers.append(names.count)
        names.append(name)
        bounds.append(bound ?? preset.usualBound)
      }
    }
    self.bounds = bounds
    self.servers = servers
    laneServers = Set(servers.prefix(lanes.count))
    judgeServer = judge == nil ? nil : servers.last
  }

  func server(ofLane lane: Int) -> Int { servers[lane] }

  /// The mode in words, with the bound where it is one.
  var modeInWords: String {
    guard mode.order == .parallel else { return mode.words }
    let bounds = Set(bounds).sorted().map(String.init).joined(separator: " or ")
    return "\(mode.words), at most \(bounds) at a time on a server"
  }

  /// A prompt with what every answer is to contain.
  func prepared(_ prompt: ComparisonPrompt) -> ComparisonPrompt {
    var prompt = prompt
    prompt.expected += expected
    return prompt
  }
}

extension Endpoint {
  /// Scheme, host and port.
  fileprivate var origin: String {
    let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    return parts.prefix(2).joined(separator: "//").lowercased()
  }
}

extension Preset {
  /// Two on this machine, where answers share its processors; four elsewhere, which few services refuse; the demo costs nothing.
  fileprivate var usualBound: Int { isDemo ? 8 : endpoint.isOnThisMachine ? 2 : 4 }
}

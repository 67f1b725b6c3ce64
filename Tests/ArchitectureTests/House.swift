/// The floors of the house: which target may import what.
///
/// The compiler lets an import through that is only transitively declared, so this table is the
/// rule. `docs/ARCHITECTURE.md` shows it with the reasons.
enum House {
  /// One target: its floor, the targets of ours and the modules of others that it may import.
  struct Room {
    let floor: Int
    var ours: Set<String> = []
    var others: Set<String> = []
  }

  /// The ground, which every floor may import.
  static let ground = "Conversation"

  /// What comes with the system and every target may import; Foundation is not among them, since
  /// it loads ICU.
  static let system: Set<String> = ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]

  static let rooms: [String: Room] = [
    "weir": Room(
      floor: 5,
      ours: [
        "Archive", "Broker", "CTerminalGuard", "DemoEndpoint", "JSON", "Measuring", "Panes",
        "Recording", "Reports", "Settings", "Terminal", "Typeset", "Workbench",
      ],
      others: ["ArgumentParser"]
    ),
    "Terminal": Room(
      floor: 4,
      ours: ["CNcurses", "CTerminalGuard", "Panes", "Typeset", "Workbench"]
    ),
    "Settings": Room(floor: 4, ours: ["Workbench"], others: ["TOMLKit"]),
    "Panes": Room(floor: 3, ours: ["Measuring", "Recording", "Typeset", "Workbench"]),
    "Workbench": Room(floor: 2, ours: ["JSON", "Measuring", "Recording", "Typeset"]),
    "Broker": Room(floor: 2, ours: ["CCurl", "JSON"]),
    "Archive": Room(floor: 2, ours: ["JSON", "Recording"], others: ["GRDB"]),
    "Reports": Room(floor: 2, ours: ["JSON", "Measuring", "Recording", "Typeset"]),
    "DemoEndpoint": Room(floor: 2, ours: ["Recording"], others: ["FlyingFox", "FlyingSocks"]),
    "Typeset": Room(floor: 1, ours: ["CHighlight", "CMarkdown"]),
    "JSON": Room(floor: 1, ours: ["CJSON"]),
    "Measuring": Room(floor: 1),
    "Recording": Room(floor: 1, ours: ["CZstd"]),
    "Conversation": Room(floor: 0),
    "CCurl": Room(floor: 0),
    "CHighlight": Room(floor: 0),
    "CJSON": Room(floor: 0),
    "CMarkdown": Room(floor: 0),
    "CNcurses": Room(floor: 0),
    "CTerminalGuard": Room(floor: 0),
    "CZstd": Room(floor: 0),
  ]
}

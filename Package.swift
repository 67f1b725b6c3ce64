// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "weir",
  products: [.executable(name: "weir", targets: ["weir"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // 5: the only target that knows everyone.
    .executableTarget(
      name: "weir",
      dependencies: [
        "Archive", "Broker", "CTerminalGuard", "Conversation", "DemoEndpoint", "JSON", "Measuring",
        "Panes", "Recording", "Reports", "Settings", "Terminal", "Typeset", "Workbench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // 4: the outside world.
    .target(
      name: "Terminal",
      dependencies: ["CNcurses", "CTerminalGuard", "Conversation", "Panes", "Typeset", "Workbench"]
    ),
    .target(
      name: "Settings",
      dependencies: [
        "Conversation", "Workbench", .product(name: "TOMLKit", package: "TOMLKit"),
      ]
    ),

    // 3: pure drawing.
    .target(
      name: "Panes",
      dependencies: ["Conversation", "Measuring", "Recording", "Typeset", "Workbench"]
    ),

    // 2: pure state, and the workers.
    .target(
      name: "Workbench",
      dependencies: ["Conversation", "JSON", "Measuring", "Recording", "Typeset"]
    ),
    .target(name: "Broker", dependencies: ["CCurl", "Conversation", "JSON"]),
    .target(
      name: "Archive",
      dependencies: [
        "Conversation", "JSON", "Recording", .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .target(
      name: "Reports",
      dependencies: ["Conversation", "JSON", "Measuring", "Recording", "Typeset"]
    ),
    .target(
      name: "DemoEndpoint",
      dependencies: [
        "Conversation", "Recording",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),

    // 1: pure text, figures, and reading JSON.
    .target(
      name: "Typeset",
      dependencies: ["CHighlight", "CMarkdown"],
      resources: [.embedInCode("Highlight/Definitions")]
    ),
    .target(name: "Measuring", dependencies: ["Conversation"]),
    .target(name: "JSON", dependencies: ["CJSON", "Conversation"]),
    .target(name: "Recording", dependencies: ["CZstd", "Conversation"]),

    // 0: the ground.
    .target(name: "Conversation"),
    .target(name: "CTerminalGuard"),
    .systemLibrary(name: "CCurl"),
    .systemLibrary(name: "CMarkdown"),
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CZstd"),
    .target(
      name: "CJSON",
      linkerSettings: [.linkedLibrary("simdjson")]
    ),
    // Linked statically: two libraries, and the ICU that one of them would load, cost start-up time.
    .target(
      name: "CHighlight",
      linkerSettings: [
        .linkedLibrary(":libsource-highlight.a"), .linkedLibrary(":libboost_regex.a"),
      ]
    ),

    // Tests.
    .testTarget(name: "ScriptTests"),
    .testTarget(name: "ArchitectureTests", dependencies: ["weir"]),
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm"),
    .target(
      name: "Support",
      dependencies: ["CVTerm", "Conversation", "Panes", "Typeset", "Workbench"],
      path: "Tests/Support"
    ),
    .testTarget(name: "ConversationTests", dependencies: ["Conversation", "Support"]),
    .testTarget(
      name: "TypesetTests",
      dependencies: ["Support", "Typeset"],
      exclude: ["Document/Answers", "Document/Screens", "Highlight/Goldens", "Highlight/Samples"]
    ),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "RecordingTests", dependencies: ["Conversation", "Recording", "Support"]),
    .testTarget(name: "MeasuringTests", dependencies: ["Conversation", "Measuring", "Support"]),
    .testTarget(
      name: "BrokerTests",
      dependencies: ["Broker", "Conversation", "JSON", "Recording", "Support"]
    ),
    .testTarget(
      name: "ArchiveTests",
      dependencies: [
        "Archive", "ArchiveProbe", "CTerminalGuard", "Conversation", "Recording", "Support",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .executableTarget(
      name: "ArchiveProbe",
      dependencies: ["Archive", "Conversation"],
      path: "Tests/ArchiveProbe"
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Conversation", "JSON", "Measuring", "Reports", "Support", "Typeset"],
      exclude: ["Markdown/Snapshots", "Page/Snapshots"]
    ),
    .testTarget(
      name: "DemoEndpointTests",
      dependencies: ["Broker", "Conversation", "DemoEndpoint"]
    ),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "Conversation", "Measuring", "Panes", "Recording", "Support", "Typeset", "Workbench",
      ]
    ),
    .testTarget(
      name: "PanesTests",
      dependencies: ["Conversation", "Measuring", "Panes", "Support", "Typeset", "Workbench"],
      exclude: ["Snapshots"]
    ),
    .testTarget(
      name: "SettingsTests",
      dependencies: ["Conversation", "Settings", "Support", "Workbench"]
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "CTerminalGuard", "Conversation", "CrashProbe", "Panes", "Support", "Terminal", "Typeset",
        "Workbench",
      ]
    ),
    .executableTarget(
      name: "CrashProbe",
      dependencies: ["Conversation", "Panes", "Terminal", "Workbench"],
      path: "Tests/CrashProbe"
    ),
    .executableTarget(
      name: "LayoutBench",
      dependencies: ["Conversation", "Panes", "Typeset", "Workbench"],
      path: "Tests/LayoutBench"
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Archive", "Broker", "Conversation", "DemoEndpoint", "Panes", "Recording", "Reports",
        "Support", "Workbench", "weir", .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
  ],
  cxxLanguageStandard: .cxx17
)

// Debug builds only: a newer compiler's new warning must not keep anyone from running weir.
for target in package.targets where target.type != .system {
  target.swiftSettings = [.treatAllWarnings(as: .error, .when(configuration: .debug))]
}

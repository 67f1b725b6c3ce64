import Conversation
import Testing

@testable import Settings

@Suite struct RecordingSettingsTests {
  private static func load(_ text: String) -> (Configuration, [String]) {
    let (configuration, problems) = ConfigurationLoader.load(
      text: text,
      path: "config.toml",
      environment: [:]
    )
    return (configuration, problems.map { "\($0.description.drop { $0 != ":" }.dropFirst())" })
  }

  private static func row(_ configuration: Configuration) -> ConfigurationReport.Row? {
    ConfigurationReport(configuration).rows.first { $0.table == "recording" }
  }

  @Test("counts in MiB", arguments: [(0, 0), (256, 268_435_456), (1_048_576, 1_099_511_627_776)])
  func size(mebibytes: Int, bytes: Int) throws {
    let (configuration, problems) = Self.load("[recording]\nraw_mib = \(mebibytes)\n")
    #expect(problems == [])
    #expect(configuration.recording.mostRawBytes == bytes)
    let row = try #require(Self.row(configuration))
    #expect(row.value == .integer(mebibytes))
    #expect(row.origin == .file("config.toml", line: 2))
  }

  @Test func keeps256MiBUntilToldOtherwise() throws {
    let (configuration, _) = Self.load("")
    #expect(configuration.recording.mostRawBytes == 256 << 20)
    let row = try #require(Self.row(configuration))
    #expect(row.name == "raw_mib" && row.value == .integer(256) && row.origin == .standard)
  }

  @Test func namesEveryMistake() {
    let (configuration, problems) = Self.load(
      "[recording]\nraw_mib = -1\nraw_mb = 3\n[recordin]\n"
    )
    #expect(configuration.recording == RecordingSettings())
    #expect(
      problems == [
        "2: recording.raw_mib: found -1, expected a whole number of MiB from 0 to 1048576",
        "3: recording.raw_mb: unknown key; did you mean \"raw_mib\"?",
        "4: recordin: unknown key; did you mean \"recording\"?",
      ]
    )
  }
}

import Conversation
import Testing
import Workbench

@testable import Settings

/// `docs/CONFIG.md` against what the readers know.
@Suite struct ReferencePageTests {
  private func section(_ title: String) throws -> Substring {
    let page = try File.read(Repository.root + "/docs/CONFIG.md")
    let sections = page.split(separator: "\n## ").filter { $0.hasPrefix(title) }
    return try #require(sections.first, "no section \(title)")
  }

  /// The first cells of the tables, which hold one key each.
  private func keys(in section: Substring) -> [String] {
    section.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { line in
      line.dropFirst(3).split(separator: "`").first.map(String.init)
    }
  }

  @Test func namesTheKeysAtTheTop() throws {
    #expect(keys(in: try section("At the top")) == ConfigurationReader.topLevelKeys)
  }

  @Test func namesEveryKeyOfAnEndpoint() throws {
    #expect(keys(in: try section("`[endpoint.NAME]`")) == SettingKey.names(in: .endpoint))
  }

  @Test func namesEveryKeyThatOnlyAPresetHas() throws {
    let known = SettingKey.ofPresetsOnly.map(\.rawValue) + Parameter.allCases.map(\.rawValue)
    #expect(keys(in: try section("`[preset.NAME]`")).sorted() == known.sorted())
  }

  @Test func namesEveryScreenSetting() throws {
    #expect(keys(in: try section("`[ui]`")) == ConfigurationReader.uiKeys)
  }

  @Test func namesEverySettingOfTheHistory() throws {
    #expect(keys(in: try section("`[history]`")) == ConfigurationReader.historyKeys)
  }

  @Test func namesEverySettingOfRecordings() throws {
    #expect(keys(in: try section("`[recording]`")) == ConfigurationReader.recordingKeys)
  }

  @Test func namesEveryRoleAndAttribute() throws {
    let themes = try section("Themes")
    let names = Role.allCases.map(\.name) + ThemeReader.styleKeys
    #expect(names.filter { !themes.contains("`\($0)`") } == [])
  }

  @Test func itsExamplesAreReadWithoutAMistake() throws {
    let page = try File.read(Repository.root + "/docs/CONFIG.md")
    let blocks = page.split(separator: "```toml\n").dropFirst().compactMap {
      $0.split(separator: "```").first.map(String.init)
    }
    let problems = blocks.flatMap { block in
      block.contains("[styles]")
        ? ThemeReader.read(TOMLDocument(file: "theme.toml", text: block), name: "a").1
        : ConfigurationLoader.load(text: block, path: "config.toml", environment: [:]).1
    }
    #expect(blocks.count == 3)
    #expect(problems == [])
  }
}

import Glibc
import Testing

@testable import Settings

@Suite struct SettingsPathsTests {
  @Test func followsTheStandardPlacesBelowHome() {
    let paths = SettingsPaths(environment: ["HOME": "/home/ada"], executable: nil)
    #expect(
      [
        paths.configFile, paths.stateDirectory, paths.dataDirectory, paths.cacheDirectory,
        paths.logFile,
      ] == [
        "/home/ada/.config/weir/config.toml", "/home/ada/.local/state/weir",
        "/home/ada/.local/share/weir", "/home/ada/.cache/weir",
        "/home/ada/.local/state/weir/weir.log",
      ]
    )
    #expect(paths.themesDirectories == ["/home/ada/.config/weir/themes"])
  }

  @Test func followsTheEnvironment() {
    let environment = [
      "HOME": "/home/ada", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s", "XDG_DATA_HOME": "/d",
      "XDG_CACHE_HOME": "relative", "WEIR_CONFIG": "/else/where.toml",
    ]
    let paths = SettingsPaths(environment: environment, executable: nil)
    #expect(
      [
        paths.configFile, paths.stateDirectory, paths.dataDirectory, paths.cacheDirectory,
        paths.themesDirectories[0],
      ] == ["/else/where.toml", "/s/weir", "/d/weir", "/home/ada/.cache/weir", "/c/weir/themes"]
    )
  }

  @Test func anInstalledProgramFindsItsThemes() {
    let paths = SettingsPaths(environment: ["HOME": "/h"], executable: "/opt/weir/bin/weir")
    #expect(paths.themesDirectories == ["/h/.config/weir/themes", "/opt/weir/share/weir/themes"])
  }

  @Test func aBuiltProgramFindsTheThemesOfItsSources() {
    let paths = SettingsPaths(
      environment: ["HOME": "/h"],
      executable: "/src/weir/.build/x86_64/release/weir"
    )
    #expect(paths.themesDirectories.last == "/src/weir/themes")
  }

  @Test func directoriesAndTheLogAreTheOwnersAlone() throws {
    let directory = try TemporaryDirectory()
    let paths = SettingsPaths(
      environment: ["HOME": directory.path],
      executable: nil
    )
    close(try paths.openLog())
    #expect(
      [".local", ".local/state/weir", ".local/state/weir/weir.log"].map(directory.mode)
        == [0o700, 0o700, 0o600]
    )
  }

  @Test func theLogIsAppendedToAndReadAgain() throws {
    let directory = try TemporaryDirectory()
    let paths = SettingsPaths(environment: ["HOME": directory.path], executable: nil)
    for line in ["one\n", "two\n"] {
      let log = try paths.openLog()
      write(log, line, line.utf8.count)
      close(log)
    }
    let log = try paths.openLog()
    defer { close(log) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = pread(log, &bytes, bytes.count, 0)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "one\ntwo\n")
  }

  @Test func aDirectoryOfOursThatIsOpenIsClosed() throws {
    let directory = try TemporaryDirectory()
    mkdir(directory.path + "/weir", 0o755)
    try SettingsPaths.makeDirectory(directory.path + "/weir")
    #expect(directory.mode(of: "weir") == 0o700)
  }
}

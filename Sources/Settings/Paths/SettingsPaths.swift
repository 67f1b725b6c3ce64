import Glibc

/// Where weir's files live, by the XDG base directory specification.
package struct SettingsPaths: Sendable, Equatable {
  /// `WEIR_CONFIG`, or `config.toml` below the user's configuration directory.
  package var configFile: String
  /// Where theme files are looked for; the first directory that has a name wins.
  package var themesDirectories: [String]
  /// Draft, prompt history, what the sidebar remembers, log.
  package var stateDirectory: String
  package var dataDirectory: String
  package var cacheDirectory: String

  /// All conversations.
  package var archiveFile: String { dataDirectory + "/weir.sqlite" }

  /// What standard error is led to while the screen is up.
  package var logFile: String { stateDirectory + "/weir.log" }

  /// - Parameters:
  ///   - environment: `HOME`, `XDG_*` and `WEIR_CONFIG` are read; a relative `XDG_*` path does not count.
  ///   - executable: The path of the running program, from which installed themes are found.
  package init(
    environment: [String: String],
    executable: String? = SettingsPaths.runningExecutable
  ) {
    let home = Self.home(in: environment)
    func base(_ variable: String, _ standard: String) -> String {
      let value = environment[variable] ?? ""
      return (value.hasPrefix("/") ? value : "\(home)/\(standard)") + "/weir"
    }
    let configDirectory = base("XDG_CONFIG_HOME", ".config")
    let named = environment["WEIR_CONFIG"] ?? ""
    configFile = named.isEmpty ? configDirectory + "/config.toml" : named
    themesDirectories = [configDirectory + "/themes"]
    if let executable { themesDirectories += Self.themesDirectories(near: executable) }
    stateDirectory = base("XDG_STATE_HOME", ".local/state")
    dataDirectory = base("XDG_DATA_HOME", ".local/share")
    cacheDirectory = base("XDG_CACHE_HOME", ".cache")
  }

  /// The program that runs, symbolic links resolved; `nil` without `/proc`.
  package static var runningExecutable: String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  /// `PREFIX/share/weir/themes` for `PREFIX/bin/weir`, and `themes` beside the `.build` a program was built in.
  private static func themesDirectories(near executable: String) -> [String] {
    let parts = executable.split(separator: "/")
    func path(_ parts: some Sequence<Substring>) -> String {
      "/" + parts.joined(separator: "/")
    }
    var directories: [String] = []
    if parts.count >= 2 {
      directories.append(path(parts.dropLast(2) + ["share", "weir", "themes"]))
    }
    if let build = parts.lastIndex(where: { $0.hasPrefix(".build") }) {
      directories.append(path(parts[..<build] + ["themes"]))
    }
    return directories
  }

  private static func home(in environment: [String: String]) -> String {
    if let home = environment["HOME"], home.hasPrefix("/") { return home == "/" ? "" : home }
    return getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "/tmp"
  }
}

extension SettingsPaths {
  /// Makes a directory of weir's own, 0700 whatever the umask; one that is there is made 0700 again.
  package static func makeDirectory(_ path: String) throws(StateError) {
    do {
      try File.makeDirectory(path)
      chmod(path, 0o700)
    } catch {
      throw StateError(path: path, reason: error.reason)
    }
  }

  /// Opens the log for reading and appending, 0600, its directory made when missing.
  ///
  /// - Returns: A file descriptor that the caller closes.
  package func openLog() throws(StateError) -> Int32 {
    try Self.makeDirectory(stateDirectory)
    do {
      return try File.open(logFile, flags: O_RDWR | O_CREAT | O_APPEND)
    } catch {
      throw StateError(path: logFile, reason: error.reason)
    }
  }
}

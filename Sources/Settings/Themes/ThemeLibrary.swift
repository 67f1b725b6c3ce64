import Glibc
import Workbench

/// The themes that can be chosen: `terminal`, which is compiled in, and the files of the theme directories.
package struct ThemeLibrary: Sendable {
  /// The first directory that has a name wins.
  package var directories: [String]

  package init(directories: [String]) {
    self.directories = directories
  }

  /// `terminal` first, the others by name; reads the directories at each call.
  package var names: [String] {
    let files = directories.flatMap(Self.fileNames)
    let found = files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
    return ["terminal"] + Set(found).subtracting(["terminal"]).filter(Self.isName).sorted()
  }

  /// The file of a theme; `nil` for `terminal` and where there is none.
  package func path(of name: String) -> String? {
    guard name != "terminal", Self.isName(name) else { return nil }
    return directories.map { "\($0)/\(name).toml" }.first { access($0, F_OK) == 0 }
  }

  /// - Throws: The first mistake in the file, or that no theme has this name.
  package func load(_ name: String) throws(ConfigProblem) -> Theme {
    let (theme, problems) = read(name)
    if let problem = problems.first { throw problem }
    return theme
  }

  /// What is sound of a theme and every mistake in its file; what is not sound is as in `terminal`.
  package func read(_ name: String) -> (Theme, [ConfigProblem]) {
    if name == "terminal" { return (.terminal, []) }
    guard let path = path(of: name) else {
      let nearest = NearestName(known: names).nearest(to: name)
      let fault = ConfigProblem.Fault.unknownName(name, of: "theme", nearest: nearest)
      return (.terminal, [ConfigProblem(file: directories.first ?? "themes", fault: fault)])
    }
    do throws(File.Failure) {
      let document = TOMLDocument(file: path, bytes: try File.readBytes(path))
      return ThemeReader.read(document, name: name)
    } catch {
      let fault = ConfigProblem.Fault.unreadable(reason: error.reason)
      return (.terminal, [ConfigProblem(file: path, fault: fault)])
    }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0.isBareKey }
  }

  private static func fileNames(in directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
      )
    }
    return names
  }
}

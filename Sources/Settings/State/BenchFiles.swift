/// The measurements that are kept, a file each, named by the moment at which it was made.
package struct BenchFiles: Sendable {
  private static let ending = ".json"

  /// `bench` below the user's data.
  package let directory: String

  package init(paths: SettingsPaths) { directory = paths.dataDirectory + "/bench" }

  /// Keeps one, and gives its path; the moment is as RFC 3339 has it.
  package func keep(_ text: String, madeAt moment: String) throws(StateError) -> String {
    try SettingsPaths.makeDirectory(directory)
    let name = Self.name(of: moment)
    var number = 1
    while true {
      let path = "\(directory)/\(name)\(number > 1 ? "-\(number)" : "")\(Self.ending)"
      do throws(File.Failure) {
        try File.create(path, with: text)
        return path
      } catch .isThere where number < 100 {
        number += 1
      } catch {
        throw StateError(path: path, reason: error.reason)
      }
    }
  }

  /// The paths of those whose moment begins so, oldest first; an empty beginning is that of all.
  package func paths(from moment: String = "") throws(StateError) -> [String] {
    do throws(File.Failure) {
      let names = try File.names(in: directory)
      return names.filter { $0.hasSuffix(Self.ending) && $0.hasPrefix(Self.name(of: moment)) }
        .sorted().map { "\(directory)/\($0)" }
    } catch .notThere {
      return []
    } catch {
      throw StateError(path: directory, reason: error.reason)
    }
  }

  package func read(_ path: String) throws(StateError) -> String {
    do throws(File.Failure) {
      return try File.read(path)
    } catch {
      throw StateError(path: path, reason: error.reason)
    }
  }

  /// Without colons, which other systems refuse in names.
  private static func name(of moment: String) -> String { moment.filter { $0 != ":" } }
}

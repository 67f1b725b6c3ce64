/// Why the archive could not be used: for people, what failed, with which file, and what to do.
///
/// Whatever it is, the file was left as it is, and what was to be saved is kept in memory and tried again.
package enum ArchiveTrouble: Error, Sendable, Hashable {
  /// No room on the disk, or the file may not grow.
  case full(String)
  case readOnly(String)
  /// Reading or writing failed in the operating system or the hardware.
  case inputOutput(String)
  /// The file is damaged.
  case corrupt(String)
  /// The file is some other database, or none.
  case notAnArchive(String)
  /// A later weir has written the file in a form that this one does not know.
  case newer(String, version: Int, known: Int)
  /// Another program keeps the file to itself.
  case locked(String)
  /// The file or its directory cannot be made or opened; the reason is the system's.
  case cannotOpen(String, reason: String)
  /// A copy was to be written over a file that is there.
  case exists(String)
  /// Whatever else SQLite says.
  case unexpected(String, reason: String)
}

extension ArchiveTrouble: CustomStringConvertible {
  package var description: String {
    switch self {
    case .full(let path): "archive: \(path): the disk is full; make room, then it goes on"
    case .readOnly(let path):
      "archive: \(path): may only be read; make the file and its directory writable"
    case .inputOutput(let path):
      "archive: \(path): reading or writing failed; look at the disk, then start weir again"
    case .corrupt(let path):
      "archive: \(path): is damaged; move it away to begin a new one, or put a backup in its place"
    case .notAnArchive(let path):
      "archive: \(path): is no archive of weir's; move it away to begin a new one"
    case .newer(let path, let version, let known):
      "archive: \(path): has the form \(version) of a later weir, this one knows \(known); use the later weir"
    case .locked(let path):
      "archive: \(path): another program keeps it to itself; end that one, then it goes on"
    case .cannotOpen(let path, let reason): "archive: \(path): cannot be opened: \(reason)"
    case .exists(let path): "archive: \(path): is there already; name a file that is not"
    case .unexpected(let path, let reason): "archive: \(path): \(reason)"
    }
  }
}

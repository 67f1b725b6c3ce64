/// A file of weir's own that could not be read or written; never a reason to stop.
package struct StateError: Error, Sendable, Hashable, CustomStringConvertible {
  package var path: String
  /// What the system said: "Permission denied".
  package var reason: String

  /// "/home/ada/.local/state/weir/draft: Permission denied".
  package var description: String { "\(path.visibleForMessage): \(reason)" }
}

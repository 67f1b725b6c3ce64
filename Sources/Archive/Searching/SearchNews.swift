import Conversation

/// What a search says as it goes on.
package enum SearchNews: Sendable, Hashable {
  /// Further hits, each older than those before.
  case hits([MessageHit])
  /// There are no more.
  case ended
  case failed(ArchiveTrouble)
}

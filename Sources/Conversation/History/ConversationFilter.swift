/// Which conversations a list shows; all conditions hold together.
package struct ConversationFilter: Sendable, Hashable {
  /// Words that the title, the tags, the preset or the preview hold, each somewhere; empty for all.
  package var text = ""
  package var tag: String?
  package var preset: String?
  package var showsArchived = false
  package var olderThan: WallTime?

  package init() {}
}

/// What is kept of conversations (`[history]`).
package struct HistorySettings: Sendable, Hashable {
  /// Whether conversations are kept; without it all are off the record.
  package var savesConversations = true
  /// The preset that is asked for titles; `nil` leaves them to the first message.
  package var titlePreset: String?

  package init() {}
}

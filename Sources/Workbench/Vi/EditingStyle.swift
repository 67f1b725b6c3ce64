/// Whose keys a text is edited with (`[ui] editing`).
package enum EditingStyle: String, Sendable, CaseIterable {
  case readline
  case vi
}

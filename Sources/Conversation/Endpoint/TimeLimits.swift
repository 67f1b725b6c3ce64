/// The time limits of one request, in milliseconds; 0 turns a limit off.
package struct TimeLimits: Sendable, Hashable {
  /// DNS, TCP and TLS together.
  package var connectMilliseconds = 10_000
  /// The longest silence on the wire; any byte counts, a keep-alive comment too.
  package var silenceMilliseconds = 60_000
  /// From the request sent to the first content or reasoning delta.
  package var firstDeltaMilliseconds = 0
  /// The whole request.
  package var totalMilliseconds = 0

  package init() {}
}

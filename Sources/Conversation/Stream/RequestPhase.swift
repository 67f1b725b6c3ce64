/// How far a request has come.
package enum RequestPhase: String, Sendable, Hashable {
  /// Reading the key, building the request, DNS, TCP, TLS.
  case connecting
  /// The request is on the wire; nothing has come back yet.
  case sent
  /// The response's status line has arrived, but no delta.
  case answering
}

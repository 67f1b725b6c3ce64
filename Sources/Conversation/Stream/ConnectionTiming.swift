/// Where the time to the first byte went, in milliseconds from the attempt's start; each is the moment
/// the step was done (`CURLINFO_*_TIME_T`).
package struct ConnectionTiming: Sendable, Hashable {
  package var isReused: Bool
  package var nameLookup: Double
  package var connect: Double
  /// 0 without TLS.
  package var tls: Double
  package var requestSent: Double
  package var firstByte: Double

  package init(
    isReused: Bool,
    nameLookup: Double,
    connect: Double,
    tls: Double,
    requestSent: Double,
    firstByte: Double
  ) {
    self.isReused = isReused
    self.nameLookup = nameLookup
    self.connect = connect
    self.tls = tls
    self.requestSent = requestSent
    self.firstByte = firstByte
  }
}

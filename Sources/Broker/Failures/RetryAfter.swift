/// How long a server asks to wait (`Retry-After`, in seconds or as a date, which libcurl reads).
struct RetryAfter: Equatable {
  /// The longest wait that weir takes upon itself.
  static let mostSeconds = 120

  let seconds: Int

  var isTooLong: Bool { seconds > Self.mostSeconds }

  var advice: String {
    isTooLong
      ? "it asks to wait \(seconds) s, more than weir waits by itself; try again then"
      : "it asks to wait \(seconds) s; try again then"
  }
}

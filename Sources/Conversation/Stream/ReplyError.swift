/// Why a reply failed, in one sentence for the user: kind, then endpoint or preset, then what and what to do.
package struct ReplyError: Error, Sendable, Hashable {
  /// What failed, told apart as the user's own words do.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// DNS, connect, TLS, time limit, reset, redirect to another origin.
    case transport
    /// A status of 400 and up, or an error envelope in a 2xx answer.
    case api
    /// A 2xx answer that is neither JSON nor SSE.
    case decode
    /// Valid JSON or a whole stream without the content that was promised.
    case shape
  }

  package var kind: Kind
  /// The endpoint's name, or the preset's where the endpoint does not matter.
  package var source: String
  /// What failed and what to do, without a final full stop; holds no key, header or prompt text.
  package var problem: String
  /// Whether a time limit ended the request (exit code 4).
  package var isTimeLimit: Bool
  /// The HTTP status, where one was received.
  package var status: Int?

  package init(
    kind: Kind,
    source: String,
    problem: String,
    isTimeLimit: Bool = false,
    status: Int? = nil
  ) {
    self.kind = kind
    self.source = source
    self.problem = problem
    self.isTimeLimit = isTimeLimit
    self.status = status
  }
}

extension ReplyError: CustomStringConvertible {
  package var description: String { "\(kind.rawValue): \(source): \(problem)" }
}

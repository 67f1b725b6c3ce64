import CCurl
import Conversation
import Glibc

extension ReplyErrorWriter {
  /// What went wrong on the way.
  enum TransportFailure: Equatable {
    case cutInsideChunk
    case headerFlood
    case redirect(status: Int, to: String?)
    case tooManyRedirects
    case curl(CURLcode, CurlFacts)
    case limit(TimeLimit, hasText: Bool)
  }

  /// What libcurl tells beside its code.
  struct CurlFacts: Equatable {
    var systemError: Int32 = 0
    /// OpenSSL's `X509_V_ERR` number; 0 when the certificate itself is good.
    var verification = 0
    var hasAnswer = false
  }

  func transport(_ failure: TransportFailure) -> ReplyError {
    switch failure {
    case .cutInsideChunk:
      error(.transport, "the stream was cut inside a chunk; the text so far is kept, try again")
    case .headerFlood:
      error(.transport, "the answer's headers are larger than 256 kB; check url (\(url))")
    case .redirect(let status, let target):
      error(.transport, redirect(status: status, to: target), status: status)
    case .tooManyRedirects:
      error(.transport, "it was redirected more than three times; check url (\(url))")
    case .curl(let code, let facts): error(.transport, problem(of: code, facts))
    case .limit(let limit, let hasText):
      error(.transport, problem(of: limit, hasText: hasText), isTimeLimit: true)
    }
  }

  private var host: String { EndpointURL(url)?.hostAndPort ?? url }
  private var hostName: String { EndpointURL(url)?.host ?? url }

  private func redirect(status: Int, to target: String?) -> String {
    guard let target, let address = EndpointURL(target) else {
      return "\(status), a redirect to no address; check url (\(url))"
    }
    let name = ServerLine(address.withoutQuery, secrets: secrets).text
    return "\(status), a redirect to \(name), which was not followed; set url to it if it is right"
  }

  private func problem(of limit: TimeLimit, hasText: Bool) -> String {
    switch limit {
    case .connect:
      "no connection to \(host) within \(Self.text(limits.connectMilliseconds)) "
        + "(connect_timeout_ms); check that the server is up"
    case .silence:
      hasText
        ? "nothing came for \(Self.text(limits.silenceMilliseconds)) (timeout_ms); "
          + "the text so far is kept, try again"
        : "no answer within \(Self.text(limits.silenceMilliseconds)) (timeout_ms); "
          + "try again, or raise the limit"
    case .firstDelta:
      "no text within \(Self.text(limits.firstDeltaMilliseconds)) (first_delta_timeout_ms); "
        + "try again, or raise the limit"
    case .total:
      "not done within \(Self.text(limits.totalMilliseconds)) (total_timeout_ms); "
        + "try again, or raise the limit"
    }
  }

  /// `10 s`, `1.5 s`, `250 ms`.
  private static func text(_ milliseconds: Int) -> String {
    if milliseconds < 1_000 { return "\(milliseconds) ms" }
    if milliseconds % 1_000 == 0 { return "\(milliseconds / 1_000) s" }
    return "\(Double(milliseconds) / 1_000) s"
  }

  private func problem(of code: CURLcode, _ facts: CurlFacts) -> String {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST:
      "the host \(hostName) is unknown; check url and the network"
    case CURLE_COULDNT_RESOLVE_PROXY: "the proxy's host is unknown; check the proxy variables"
    case CURLE_COULDNT_CONNECT: connectProblem(facts.systemError)
    case CURLE_OPERATION_TIMEDOUT: problem(of: .connect, hasText: false)
    case CURLE_GOT_NOTHING: "\(host) closed the connection without an answer; look at its log"
    case CURLE_PARTIAL_FILE:
      "the connection was closed in mid-answer; the text so far is kept, try again"
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR:
      facts.hasAnswer
        ? "the connection was reset in mid-answer; the text so far is kept, try again"
        : "\(host) reset the connection; look at its log"
    case CURLE_PEER_FAILED_VERIFICATION: certificateProblem(facts.verification)
    case CURLE_SSL_CONNECT_ERROR:
      "no TLS connection to \(host) could be made; check https and the port in url"
    case CURLE_SSL_CACERT_BADFILE: "the ca_file cannot be read; check its path"
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
      "\(host) does not speak HTTP; check the port in url"
    case CURLE_URL_MALFORMAT: "its url is malformed; correct url in the configuration"
    case CURLE_BAD_CONTENT_ENCODING: "the answer's compression is broken; look at the server's log"
    case CURLE_PROXY: "the proxy refused the connection; check the proxy variables"
    default: "\(host): \(String(cString: curl_easy_strerror(code)).lowercased()); try again"
    }
  }

  private func connectProblem(_ systemError: Int32) -> String {
    switch systemError {
    case ECONNREFUSED: "nothing listens at \(host); start the server, or check url"
    case ENETUNREACH, EHOSTUNREACH: "there is no way to \(host); check the network"
    case ENOENT: "the unix socket is not there; start the server, or check unix_socket"
    default: "no connection to \(host); check that the server is up, and url"
    }
  }

  /// By OpenSSL's numbers, x509_vfy.h.
  private func certificateProblem(_ verification: Int) -> String {
    switch verification {
    // The name is libcurl's own check, after which OpenSSL's number is 0 or 1 (tried).
    case 0, 1, 62: "the certificate is not for \(hostName); check the host in url"
    case 9: "the certificate of \(hostName) is not valid yet; check this machine's clock"
    case 10: "the certificate of \(hostName) has expired; renew it on the server"
    case 18, 19: "the certificate of \(hostName) is self-signed; name its file with ca_file"
    case 20, 21:
      "the certificate of \(hostName) comes from an unknown authority; name it with ca_file"
    default: "the certificate of \(hostName) was not accepted (OpenSSL \(verification)); check it"
    }
  }
}

import CCurl
import Conversation

extension Transfer {
  /// The status of the last response line; 0 before there is one.
  var status: Int { long(CURLINFO_RESPONSE_CODE) }

  /// What the server asks to wait, by seconds or date.
  var retryAfter: RetryAfter? {
    let seconds = size(CURLINFO_RETRY_AFTER)
    return seconds > 0 ? RetryAfter(seconds: seconds) : nil
  }

  /// Where a redirect leads, as a whole URL.
  var redirectTarget: String? {
    var target: UnsafeMutablePointer<CChar>?
    guard ccurl_get_string(easy, CURLINFO_REDIRECT_URL, &target) == CURLE_OK else { return nil }
    return target.map { String(cString: $0) }
  }

  var facts: ReplyErrorWriter.CurlFacts {
    ReplyErrorWriter.CurlFacts(
      systemError: Int32(long(CURLINFO_OS_ERRNO)),
      verification: long(CURLINFO_SSL_VERIFYRESULT),
      hasAnswer: status >= 200
    )
  }

  /// Bytes of the body that went out.
  var uploadedBytes: Int { size(CURLINFO_SIZE_UPLOAD_T) }

  var connectionTiming: ConnectionTiming {
    ConnectionTiming(
      isReused: long(CURLINFO_NUM_CONNECTS) == 0,
      nameLookup: milliseconds(CURLINFO_NAMELOOKUP_TIME_T),
      connect: milliseconds(CURLINFO_CONNECT_TIME_T),
      tls: milliseconds(CURLINFO_APPCONNECT_TIME_T),
      requestSent: milliseconds(CURLINFO_PRETRANSFER_TIME_T),
      firstByte: milliseconds(CURLINFO_STARTTRANSFER_TIME_T)
    )
  }

  private func long(_ info: CURLINFO) -> Int {
    var value = 0
    return ccurl_get_long(easy, info, &value) == CURLE_OK ? value : 0
  }

  private func size(_ info: CURLINFO) -> Int {
    var value: curl_off_t = 0
    return ccurl_get_size(easy, info, &value) == CURLE_OK ? Int(value) : 0
  }

  private func milliseconds(_ info: CURLINFO) -> Double { Double(size(info)) / 1_000 }
}

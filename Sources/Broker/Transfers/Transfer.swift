import CCurl
import Conversation

/// One HTTP exchange on a libcurl handle.
///
/// A class because it owns the handle, whose callbacks need a fixed address. It lives on the broker's
/// queue; its listener is called from within libcurl, and must not take the transfer off the multi handle.
final class Transfer {
  /// What libcurl hands on; the views are valid only during the call.
  enum Input {
    /// The connection is made and the request goes out now.
    case sent
    case header(UnsafeRawBufferPointer)
    case body(UnsafeRawBufferPointer)
  }

  let easy: UnsafeMutableRawPointer
  private var headers: UnsafeMutablePointer<curl_slist>?
  /// - Returns: Whether the transfer goes on.
  private let listener: (Input) -> Bool

  /// - Returns: `nil` when libcurl has no memory.
  init?(
    _ request: HTTPRequest,
    endpoint: Endpoint,
    environment: [String: String],
    listener: @escaping (Input) -> Bool
  ) {
    guard let easy = curl_easy_init() else { return nil }
    self.easy = easy
    self.listener = listener
    setCallbacks()
    setRequest(request)
    setConnection(endpoint)
    setProxy(for: request.url, endpoint: endpoint, environment: environment)
  }

  deinit {
    curl_easy_cleanup(easy)
    curl_slist_free_all(headers)
  }

  fileprivate func hear(_ input: Input) -> Bool { listener(input) }

  private func setCallbacks() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    _ = ccurl_set_data_callback(easy, CURLOPT_WRITEFUNCTION, hearBody)
    _ = ccurl_set_pointer(easy, CURLOPT_WRITEDATA, context)
    _ = ccurl_set_data_callback(easy, CURLOPT_HEADERFUNCTION, hearHeader)
    _ = ccurl_set_pointer(easy, CURLOPT_HEADERDATA, context)
    _ = ccurl_set_prereq_callback(easy, hearSent)
    _ = ccurl_set_pointer(easy, CURLOPT_PREREQDATA, context)
  }

  private func setRequest(_ request: HTTPRequest) {
    _ = ccurl_set_string(easy, CURLOPT_URL, request.url)
    for field in request.headers {
      // "Name:" would take the header away, "Name;" sends it without a value (CURLOPT_HTTPHEADER(3)).
      append(header: field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
    }
    append(header: "Expect:")  // bodies over 1 MB would wait for "100 Continue" (tried)
    _ = ccurl_set_pointer(easy, CURLOPT_HTTPHEADER, headers)
    guard let body = request.body else { return }
    _ = ccurl_set_long(easy, CURLOPT_POST, 1)
    _ = ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
    body.withUnsafeBytes { bytes in
      _ = ccurl_set_pointer(
        easy,
        CURLOPT_COPYPOSTFIELDS,
        UnsafeMutableRawPointer(mutating: bytes.baseAddress)
      )
    }
  }

  private func append(header: String) {
    headers = curl_slist_append(headers, header) ?? headers
  }

  private func setConnection(_ endpoint: Endpoint) {
    _ = ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
    _ = ccurl_set_close_on_exec(easy)
    _ = ccurl_set_long(easy, CURLOPT_QUICK_EXIT, 1)  // or a cancel waits for DNS (tried: 3.7 s)
    _ = ccurl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)  // would forward the endpoint's headers
    _ = ccurl_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = ccurl_set_long(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
    _ = ccurl_set_string(easy, CURLOPT_ACCEPT_ENCODING, "identity")  // still decodes gzip (tried)
    _ = ccurl_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    _ = ccurl_set_long(easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    _ = ccurl_set_long(easy, CURLOPT_BUFFERSIZE, 131_072)
    let limit = endpoint.timeLimits.connectMilliseconds
    // Ours ends first; libcurl needs the figure to share it out among a host's addresses.
    setConnectLimit(milliseconds: limit > 0 ? limit + 1_000 : Int(Int32.max))
    if let path = endpoint.caFile { _ = ccurl_set_string(easy, CURLOPT_CAINFO, path) }
    if let path = endpoint.unixSocket {
      _ = ccurl_set_string(easy, CURLOPT_UNIX_SOCKET_PATH, path)
    }
  }

  private func setProxy(for url: String, endpoint: Endpoint, environment: [String: String]) {
    let proxy = EndpointURL(url).map { Proxy(for: $0, environment: environment) }
    let isDirect = endpoint.unixSocket != nil
    // An empty proxy keeps libcurl from reading the process's own environment.
    _ = ccurl_set_string(easy, CURLOPT_PROXY, isDirect ? "" : proxy?.address ?? "")
    _ = ccurl_set_string(easy, CURLOPT_NOPROXY, proxy?.exceptions ?? "")
  }

  func setConnectLimit(milliseconds: Int) {
    _ = ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds)
  }
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
  context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

private func hearBody(
  bytes: UnsafeMutablePointer<CChar>?,
  size: Int,
  count: Int,
  context: UnsafeMutableRawPointer?
) -> Int {
  let view = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return transfer(context)?.hear(.body(view)) == true ? view.count : 0
}

private func hearHeader(
  bytes: UnsafeMutablePointer<CChar>?,
  size: Int,
  count: Int,
  context: UnsafeMutableRawPointer?
) -> Int {
  let view = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return transfer(context)?.hear(.header(view)) == true ? view.count : 0
}

private func hearSent(
  context: UnsafeMutableRawPointer?,
  primaryAddress: UnsafeMutablePointer<CChar>?,
  localAddress: UnsafeMutablePointer<CChar>?,
  primaryPort: Int32,
  localPort: Int32
) -> Int32 {
  transfer(context)?.hear(.sent) == true ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}

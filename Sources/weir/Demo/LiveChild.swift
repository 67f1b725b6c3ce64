import DemoEndpoint
import Dispatch
import Glibc

/// A running process that serves the embedded endpoint, and the channel to it.
///
/// It lives no longer than this end of the channel is open, which the kernel closes with weir.
struct LiveChild {
  /// What came from it.
  enum News {
    /// It can be asked.
    case attends
    case nothing
    /// It is gone, and has been reaped.
    case end
  }

  private let pid: pid_t
  private let channel: Int32
  private let source: any DispatchSourceRead
  /// Whether it could be asked at some time.
  private(set) var hasAttended = false

  /// Starts it; `onNews` is called on `queue` whenever there is something to `read()`.
  init(
    port: UInt16,
    queue: DispatchQueue,
    onNews: @escaping @Sendable () -> Void
  )
    throws(DemoServerError)
  {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .cannotStart(errno: errno) }
    let arguments = ["demo", "serve", "--port", String(port), "--on-demand"]
    let child = ChildProcess.startItself(arguments, channel: ends[1])
    let problem = errno
    close(ends[1])
    guard let child else {
      close(ends[0])
      throw .cannotStart(errno: problem)
    }
    pid = child
    channel = ends[0]
    source = DispatchSource.makeReadSource(fileDescriptor: ends[0], queue: queue)
    source.setEventHandler { onNews() }
    // The descriptor's number must not be used anew while the source watches it.
    source.setCancelHandler { [channel] in close(channel) }
    source.resume()
  }

  /// Asks it to stay; `onNews` tells what became of that.
  func ask() {
    var byte: UInt8 = 1
    send(channel, &byte, 1, Int32(MSG_NOSIGNAL))
  }

  /// Makes it end at once.
  func dismiss() {
    shutdown(channel, Int32(SHUT_WR))
  }

  /// To be called on the queue only, and not after the end.
  mutating func read() -> News {
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    let count = recv(channel, &bytes, bytes.count, Int32(MSG_DONTWAIT))
    if count > 0 {
      hasAttended = true
      return .attends
    }
    guard count == 0 || (errno != EAGAIN && errno != EINTR) else { return .nothing }
    source.cancel()
    while waitpid(pid, nil, 0) < 0, errno == EINTR {}
    return .end
  }
}

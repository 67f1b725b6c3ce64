import Conversation
import Workbench

/// Takes times and prints them.
enum Bench {
  static let otherSize = ScreenSize(rows: 40, columns: 90)

  static func milliseconds(_ body: () -> Void) -> Double {
    let start = MonotonicTime.now()
    body()
    return MonotonicTime.now().milliseconds(since: start)
  }

  static func median(of count: Int, _ body: () -> Void) -> Double {
    percentile(50, of: (0..<count).map { _ in milliseconds(body) })
  }

  static func percentile(_ percent: Int, of values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[(sorted.count - 1) * percent / 100]
  }

  static func report(_ name: String, _ milliseconds: Double) {
    print("\(name)\t\((milliseconds * 1_000).rounded() / 1_000)\tms")
  }

  static func pieces(of text: String, bytes: Int) -> [String] {
    var rest = Array(text.utf8)[...]
    var pieces: [String] = []
    while !rest.isEmpty {
      pieces.append(String(decoding: rest.prefix(bytes), as: UTF8.self))
      rest = rest.dropFirst(bytes)
    }
    return pieces
  }
}

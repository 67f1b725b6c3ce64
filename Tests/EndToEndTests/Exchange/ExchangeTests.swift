import Foundation
import Testing

@testable import weir

@Suite struct ExchangeTests {
  @Test func inputHasItsTurnThoughEventsComeWithoutAPause() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("a".utf8))
    let exchange = Exchange(environment: [:], demo: nil, signals: .interrupting)
    let turns = (1...4).map { _ in
      exchange.raiseWake()
      if case .input = exchange.wait(input: pipe.fileHandleForReading.fileDescriptor) {
        return "input"
      }
      return "events"
    }
    #expect(turns == ["events", "input", "events", "input"])
  }
}

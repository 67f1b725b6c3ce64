import Support

/// `weir demo serve` in a process of its own, for streams that would keep the test's own threads busy.
struct DemoProcess {
  private let process: PTYProcess
  let url: String

  /// Starts it and waits until it can be asked.
  init(_ home: Home) async throws {
    process = try home.open(["demo", "serve"])
    let screen = try await process.waitUntil { $0.rows[0].hasSuffix("/v1") }
    url = screen.rows[0]
  }

  /// Configuration with a preset for each model, named p1 and so on.
  func presets(_ models: [String]) -> String {
    models.enumerated().map { index, model in
      "[preset.p\(index + 1)]\nurl = \"\(url)\"\nmodel = \"\(model)\"\n"
    }.joined(separator: "\n")
  }

  /// What the model `flat-N` answers.
  static func words(_ count: Int) -> String {
    (1...count).map { number in
      let digits = String(number)
      return "w" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + " "
    }.joined()
  }
}

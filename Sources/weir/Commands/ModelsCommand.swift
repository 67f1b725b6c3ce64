import ArgumentParser
import Conversation
import DemoEndpoint
import Typeset

/// `weir models`: what endpoints offer.
struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List the models of one endpoint, or of every configured one.",
    discussion: """
      One name a line for one endpoint; for several a table of endpoint, model and, where the \
      server tells it, length of the context. `demo` is the embedded endpoint. \
      Exits with 3 when an endpoint fails.
      """
  )

  @Argument(help: "The name of an endpoint.")
  var endpoint: String?

  @Flag(help: "Print one JSON array.")
  var json = false

  func run() throws {
    let settings = LoadedSettings()
    settings.reportProblems()
    let demo = try? DemoChild()
    let exchange = Exchange(environment: settings.environment, demo: demo)
    let endpoints = try chosen(
      from: settings.configuration.endpoints,
      demo: demo.map { DemoPresets.endpoint(port: $0.port) }
    )
    guard let results = ModelSurvey(of: endpoints).run(over: exchange) else {
      throw exchange.stopStatus.code
    }
    for case .failure(let error) in results.map(\.models) {
      StandardError.write("weir: " + Sanitizer.visible(error.description))
    }
    try StandardOutput.write(shown: json ? results.json.printableText + "\n" : results.table)
    if results.contains(where: \.hasFailed) { throw ExitStatus.endpoint.code }
  }

  private func chosen(from endpoints: [Endpoint], demo: Endpoint?) throws -> [Endpoint] {
    let known = endpoints + [demo].compactMap { $0 }
    guard let name = endpoint else { return endpoints.isEmpty ? known : endpoints }
    if let endpoint = known.first(where: { $0.name == name }) { return [endpoint] }
    let names = known.map(\.name).joined(separator: ", ")
    StandardError.write("weir: there is no endpoint named \(name); there are \(names)")
    throw ExitStatus.usage.code
  }
}

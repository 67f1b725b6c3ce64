import Testing

@Suite struct SourceFileTests {
  @Test(arguments: [
    ("import Broker", ["Broker"]),
    ("  import struct Workbench.Key", ["Workbench"]),
    ("@testable import Panes", ["Panes"]),
    ("@_spi(Internals) import Panes", ["Panes"]),
    ("private import Glibc", ["Glibc"]),
    ("import Foundation.NSURL", ["Foundation"]),
    ("// import Broker", []),
    ("let important = 1", []),
  ])
  func findsImports(line: String, modules: [String]) {
    #expect(SourceFile(path: "", text: line).imports == modules)
  }

  @Test func codeLeavesOutCommentsAndQuotes() {
    let file = SourceFile(path: "A.swift", text: "let a = \"try!\"  // try!\nlet b = try! c()")
    #expect(file.places(of: "try", in: /try!/) == ["A.swift:2: let b = try! c()"])
  }

  @Test func targetIsTheFolderBelowSources() {
    #expect(SourceFile(path: "Sources/Broker/Request/Body.swift", text: "").target == "Broker")
  }
}

import Foundation

/// Certificates for tests of TLS, made by the openssl command in a directory of their own.
package final class TestCertificate: Sendable {
  /// What is wrong with one, or nothing.
  package enum Kind: Sendable {
    case good
    case expired
    case forAnotherHost
    case selfSigned
  }

  private let directory: URL

  /// The authority that signed it, for `ca_file`.
  package var authority: String { path("ca.pem") }
  var certificate: String { path("leaf.pem") }
  var key: String { path("leaf.key") }

  /// - Throws: When openssl is not there or fails.
  package init(_ kind: Kind) throws {
    directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try makeAuthority()
    switch kind {
    case .good: try makeLeaf(name: "DNS:localhost", days: 2)
    case .expired: try makeLeaf(name: "DNS:localhost", days: -1)
    case .forAnotherHost: try makeLeaf(name: "DNS:elsewhere.test", days: 2)
    case .selfSigned:
      try openSSL(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=box "
          + "-addext subjectAltName=DNS:localhost -keyout leaf.key -out leaf.pem"
      )
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
  }

  private func path(_ name: String) -> String { directory.appending(path: name).path }

  private func makeAuthority() throws {
    try openSSL(
      "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
        + "-subj /CN=authority -keyout ca.key -out ca.pem"
    )
  }

  private func makeLeaf(name: String, days: Int) throws {
    try openSSL(
      "req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=leaf "
        + "-keyout leaf.key -out leaf.csr"
    )
    try "subjectAltName=\(name)\n".write(
      toFile: path("leaf.ext"),
      atomically: true,
      encoding: .utf8
    )
    try openSSL(
      "x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days \(days) "
        + "-extfile leaf.ext -out leaf.pem"
    )
  }

  private func openSSL(_ arguments: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments.split(separator: " ").map { String($0) }
    process.currentDirectoryURL = directory
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(arguments: arguments) }
  }

  /// What openssl was asked to do and did not.
  private struct Failure: Error {
    let arguments: String
  }
}

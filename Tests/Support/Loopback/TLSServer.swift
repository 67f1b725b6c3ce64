import Foundation

/// A TLS server on loopback, run by the openssl command, that gives one answer to whoever connects.
package final class TLSServer: Sendable {
  package let port: Int
  private let processID: pid_t

  /// - Throws: When openssl is not there or takes no port.
  package init(_ certificate: TestCertificate, answer: String) throws {
    let (input, output) = (Pipe(), Pipe())
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", certificate.certificate, "-key",
      certificate.key,
    ]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    processID = process.processIdentifier
    try input.fileHandleForWriting.write(contentsOf: Data(answer.utf8))
    port = try Self.port(from: output.fileHandleForReading)
    // Both ends live as long as the process; a closed input would end the server.
    startThread {
      while !output.fileHandleForReading.availableData.isEmpty {}
      _ = input
    }
  }

  package var url: String { "https://localhost:\(port)/v1" }

  package func close() {
    kill(processID, SIGKILL)
  }

  private static func port(from output: FileHandle) throws -> Int {
    var text = ""
    while true {
      let data = output.availableData
      guard !data.isEmpty else { throw Failure() }
      text += String(decoding: data, as: UTF8.self)
      for line in text.split(separator: "\n") where line.hasPrefix("ACCEPT ") {
        if let port = line.split(separator: ":").last.flatMap({ Int($0) }) { return port }
      }
    }
  }

  /// The server did not say where it listens.
  private struct Failure: Error {}
}

import Broker
import Conversation
import Support
import Testing

/// TLS against a real server, whose certificate is always checked.
@Suite struct CertificateTests {
  private static func reply(
    _ kind: TestCertificate.Kind,
    knowsAuthority: Bool = true
  ) throws -> ProbedReply {
    let certificate = try TestCertificate(kind)
    let answer = LoopbackAnswer.stream([LoopbackAnswer.chunk("safe"), "[DONE]"])
    let server = try TLSServer(certificate, answer: answer)
    defer { server.close() }
    var preset = Preset.probing(server.url)
    if knowsAuthority { preset.endpoint.caFile = certificate.authority }
    return try Probe().reply(preset)
  }

  @Test func isGoodByTheAuthorityOfTheEndpoint() throws {
    #expect(try Self.reply(.good).content == "safe")
  }

  @Test(
    "is refused, with the reason",
    arguments: [
      (.expired, true, "the certificate of localhost has expired; renew it on the server"),
      (.forAnotherHost, true, "the certificate is not for localhost; check the host in url"),
      (
        .selfSigned, true,
        "the certificate of localhost is self-signed; name its file with ca_file"
      ),
      (
        .good, false,
        "the certificate of localhost comes from an unknown authority; name it with ca_file"
      ),
    ] as [(TestCertificate.Kind, Bool, String)]
  )
  func isRefused(kind: TestCertificate.Kind, knowsAuthority: Bool, problem: String) throws {
    let error = ReplyError(kind: .transport, source: "box", problem: problem)
    #expect(try Self.reply(kind, knowsAuthority: knowsAuthority).error == error)
  }

  @Test func namesAnAuthorityFileThatCannotBeRead() throws {
    let server = LoopbackServer([.untilClosed])
    defer { server.close() }
    var preset = Preset.probing("https://127.0.0.1:\(server.port)/v1")
    preset.endpoint.caFile = "/nowhere/ca.pem"
    let error = ReplyError(
      kind: .transport,
      source: "box",
      problem: "the ca_file cannot be read; check its path"
    )
    #expect(try Probe().reply(preset).error == error)
  }
}

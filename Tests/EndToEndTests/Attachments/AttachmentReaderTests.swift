import Conversation
import Glibc
import Testing
import Workbench

@testable import weir

/// Reading the files that a prompt names, with real files.
@Suite(.timeLimit(.minutes(1))) struct AttachmentReaderTests {
  private let home: Home
  private let reader: AttachmentReader

  init() throws {
    home = try Home()
    reader = AttachmentReader(home: home.path)
    try home.write("one ``` two\n", to: "notes.md")
    try home.write("spaced", to: "my notes.md")
    try home.write("a\0b", to: "binary")
    try home.write(bytes: [0x66, 0xFC, 0x72], to: "latin-1")
    try home.write(bytes: Self.png, to: "picture.txt")
    symlink("nowhere", home.path + "/dangling")
    mkfifo(home.path + "/pipe", 0o600)
    truncate(home.path, "large", to: AttachmentLimit.textBytes + 1)
    try home.write(bytes: Self.png, to: "large.png")
    truncate(home.path, "large.png", to: AttachmentLimit.imageBytes + 1)
  }

  private static let png: [UInt8] = [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 1, 2]

  private func truncate(_ directory: String, _ name: String, to size: Int) {
    let file = open(directory + "/" + name, O_RDWR | O_CREAT, 0o600)
    ftruncate(file, size)
    close(file)
  }

  private func content(of name: String, isQuoted: Bool = false) -> MessagePart? {
    reader.read(AttachmentPath(name, isQuoted: isQuoted)).attachment?.content
  }

  @Test func readsTextAsItIs() {
    let path = AttachmentPath("~/notes.md")
    let notes = AttachedFile(name: "~/notes.md", sizeInBytes: 12, content: .text("one ``` two\n"))
    #expect(reader.read(path) == AttachmentReading(path, .success(notes)))
    #expect(reader.glance(at: path) == .text(name: "~/notes.md", sizeInBytes: 12))
  }

  @Test func tellsAnImageByItsFirstBytes() {
    let path = AttachmentPath(home.path + "/picture.txt")
    #expect(content(of: path.text) == .image(.png, base64: "iVBORw0KGgoAAQI="))
    #expect(reader.glance(at: path) == .image(.png, name: path.text, sizeInBytes: 11))
  }

  @Test func leavesTheFullStopOfASentenceToTheSentence() {
    #expect(reader.read(AttachmentPath("~/notes.md.")).attachment?.name == "~/notes.md")
    #expect(content(of: "~/my notes.md", isQuoted: true) == .text("spaced"))
    #expect(
      reader.read(AttachmentPath("~/notes.md.", isQuoted: true)).problem == .missing
    )
  }

  @Test(
    "says what is wrong with a file",
    arguments: zip(
      ["no", "no/such", "", "pipe", "dangling", "binary", "latin-1", "large", "large.png"],
      [
        .missing, .missing, .directory, .notAFile, .missing, .binary, .notUTF8,
        .tooLarge(limit: AttachmentLimit.textBytes), .tooLarge(limit: AttachmentLimit.imageBytes),
      ] as [AttachmentProblem]
    )
  )
  func saysWhatIsWrong(_ name: String, _ problem: AttachmentProblem) {
    let path = AttachmentPath("~/" + name)
    #expect(reader.read(path).problem == problem)
    // A large file of nothing but zeros looks binary first.
    #expect([.problem(problem), .problem(.binary)].contains(reader.glance(at: path)))
  }

  @Test func refusesADevice() {
    #expect(reader.read(AttachmentPath("/dev/zero")).problem == .notAFile)
    #expect(reader.glance(at: AttachmentPath("/dev/zero")) == .problem(.notAFile))
  }

  @Test func aLookDoesNotMindACharacterThatItCutsInHalf() throws {
    for lead in 0..<4 {
      let text = String(repeating: "x", count: lead) + String(repeating: "\u{1F600}", count: 3_000)
      try home.write(text, to: "long")
      let size = text.utf8.count
      #expect(
        reader.glance(at: AttachmentPath("~/long")) == .text(name: "~/long", sizeInBytes: size)
      )
    }
  }
}

import Glibc
import Testing

@testable import Archive

@Suite struct FilePlacingTests {
  private let directory = TemporaryDirectory()
  private var draft: String { directory.path + "/draft" }
  private var place: String { directory.path + "/place" }

  @Test("puts a file where nothing is, and over nothing", arguments: FilePlacing.allCases)
  func placesOverNothing(way: FilePlacing) {
    File(draft).write(Array("new".utf8))
    #expect(FilePlacing.place(draft, at: place, ways: [way]) == 0)
    #expect(File(place).bytes == Array("new".utf8))
    File(draft + "2").write(Array("newer".utf8))
    #expect(FilePlacing.place(draft + "2", at: place, ways: [way]) == EEXIST)
    #expect(File(place).bytes == Array("new".utf8))
  }

  @Test func triesTheNextWayAndLeavesNothingBehind() {
    // No directory has two names, nor is one renamed over a file: both ways fail, each for its own reason.
    mkdir(draft, 0o700)
    #expect(FilePlacing.place(draft, at: place, ways: [.link]) == EPERM)
    #expect(FilePlacing.place(draft, at: place) == ENOTDIR)
    #expect(File.names(in: directory.path) == ["draft"])
  }
}

import Foundation
import Testing
import Workbench

@testable import weir

@Suite struct FileSaverTests {
  private static func file(_ path: String, replaces: Bool = false) -> FileToSave {
    FileToSave(path: path, text: "one\ntwo", replaces: replaces)
  }

  private static func contents(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func writesANewFileWithALineEnd() throws {
    let home = try Home()
    #expect(FileSaver(home: home.path).save(Self.file("~/a.txt")) == .saved(bytes: 8))
    #expect(try Self.contents(home.path + "/a.txt") == "one\ntwo\n")
    let mode = try FileManager.default.attributesOfItem(atPath: home.path + "/a.txt")[
      .posixPermissions
    ]
    let mask = umask(0)
    umask(mask)
    #expect(mode as? Int == Int(0o666 & ~mask))
  }

  @Test func leavesAFileThatIsThere() throws {
    let home = try Home()
    try home.write("old", to: "a.txt")
    #expect(FileSaver(home: home.path).save(Self.file("~/a.txt")) == .exists)
    #expect(try Self.contents(home.path + "/a.txt") == "old")
  }

  @Test func overwritesWhereItWasAskedTo() throws {
    let home = try Home()
    try home.write("old", to: "a.txt")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640],
      ofItemAtPath: home.path + "/a.txt"
    )
    try FileManager.default.createSymbolicLink(
      atPath: home.path + "/link",
      withDestinationPath: home.path + "/a.txt"
    )
    let path = home.path + "/link"
    #expect(FileSaver(home: nil).save(Self.file(path, replaces: true)) == .saved(bytes: 8))
    #expect(try Self.contents(home.path + "/a.txt") == "one\ntwo\n")
    let mode = try FileManager.default.attributesOfItem(atPath: home.path + "/a.txt")[
      .posixPermissions
    ]
    #expect(mode as? Int == 0o640)
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path)
    #expect(!names.contains { $0.hasPrefix(".weir-") })
  }

  @Test("says that a link leads nowhere", arguments: [false, true])
  func aLinkThatLeadsNowhere(replaces: Bool) throws {
    let home = try Home()
    try FileManager.default.createSymbolicLink(
      atPath: home.path + "/link",
      withDestinationPath: home.path + "/gone"
    )
    #expect(
      FileSaver(home: home.path).save(Self.file("~/link", replaces: replaces))
        == .failed("~/link is a link that leads nowhere; remove it or choose another name")
    )
  }

  @Test("names what is in the way", arguments: [false, true])
  func fails(replaces: Bool) throws {
    let home = try Home()
    let saver = FileSaver(home: home.path)
    #expect(
      saver.save(Self.file("~/no/a.txt", replaces: replaces))
        == .failed("the directory of ~/no/a.txt does not exist")
    )
    #expect(
      saver.save(Self.file("~/config", replaces: replaces)) == .failed("~/config is a directory")
    )
  }

  @Test("does not write to a device, and says so", arguments: [false, true])
  func doesNotWriteToADevice(replaces: Bool) {
    #expect(
      FileSaver(home: nil).save(Self.file("/dev/full", replaces: replaces))
        == .failed("/dev/full is a device or a pipe, not a file")
    )
  }
}

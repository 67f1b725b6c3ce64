import Foundation
import Testing
import Workbench

@testable import weir

@Suite struct DirectoryReaderTests {
  private static func home() throws -> Home {
    let home = try Home()
    for name in ["b.txt", "A.txt", "a b.txt", ".hidden", "evil\u{1B}[2J", "line\nend"] {
      try home.write("", to: name)
    }
    try FileManager.default.createDirectory(
      atPath: home.path + "/dir",
      withIntermediateDirectories: false
    )
    try FileManager.default.createSymbolicLink(
      atPath: home.path + "/link",
      withDestinationPath: home.path + "/dir"
    )
    return home
  }

  private static func names(_ listing: FileListing) -> [String] {
    listing.entries.map { $0.isDirectory ? $0.name + "/" : $0.name }
  }

  @Test(
    "finds the names that can be typed, in order",
    arguments: [
      ("", ["a b.txt", "A.txt", "b.txt", "config/", "dir/", "link/"]), (".h", [".hidden"]),
      ("a", ["a b.txt"]), ("x", []),
    ]
  )
  func finds(prefix: String, names: [String]) throws {
    let home = try Self.home()
    let reader = DirectoryReader(home: home.path)
    let query = FileQuery(directory: "~/", prefix: prefix)
    let listing = reader.list(query)
    #expect(listing.query == query)
    #expect(Self.names(listing) == names)
    #expect(!listing.isCut)
    #expect(Self.names(reader.list(FileQuery(directory: home.path + "/", prefix: prefix))) == names)
  }

  @Test func takesOnlySoManyOfAHugeDirectory() throws {
    let home = try Home()
    for number in 0...DirectoryReader.mostEntries { try home.write("", to: "f\(number)") }
    let listing = DirectoryReader(home: nil).list(
      FileQuery(directory: home.path + "/", prefix: "f")
    )
    #expect(listing.entries.count == DirectoryReader.mostEntries)
    #expect(listing.isCut)
  }

  @Test func saysWhatCannotBeRead() throws {
    let home = try Home()
    let listing = DirectoryReader(home: home.path).list(FileQuery(directory: "~/nope/", prefix: ""))
    #expect(listing.problem == "~/nope/ cannot be read: No such file or directory")
  }
}

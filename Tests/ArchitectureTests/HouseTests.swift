import Testing

@Suite struct HouseTests {
  @Test func everyTargetHasARoom() throws {
    let targets = try Repository.paths().compactMap { path -> String? in
      let parts = path.split(separator: "/")
      return parts.first == "Sources" && parts.count > 2 ? String(parts[1]) : nil
    }
    #expect(Set(targets) == Set(House.rooms.keys))
  }

  @Test func arrowsPointDown() {
    let upward = House.rooms.flatMap { name, room in
      room.ours.filter { (House.rooms[$0]?.floor ?? .max) >= room.floor }.map { "\(name) -> \($0)" }
    }
    #expect(upward.sorted() == [])
  }

  @Test func everyImportFollowsTheTable() throws {
    let strays = try Repository.swiftFiles(in: "Sources/").flatMap { file -> [String] in
      let room = House.rooms[file.target]
      let allowed = House.system.union(room?.ours ?? []).union(room?.others ?? [])
        .union([House.ground])
      return file.imports.filter { !allowed.contains($0) }.map { "\(file.path): import \($0)" }
    }
    #expect(strays == [])
  }

  @Test func packageDeclaresNoMoreThanTheTable() throws {
    let package = try Repository.text(of: "Package.swift")
    let declared = package.matches(
      of: /\.(?:executableTarget|target)\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\]/
    )
    let strays = declared.flatMap { match -> [String] in
      guard let room = House.rooms[String(match.1)] else { return [] }
      let allowed = room.ours.union(room.others).union([House.ground])
      return match.2.replacing(/package: "[^"]*"/, with: "").matches(of: /"(\w+)"/)
        .map { String($0.1) }.filter { !allowed.contains($0) }.map { "\(match.1) -> \($0)" }
    }
    #expect(!declared.isEmpty)
    #expect(strays == [])
  }
}

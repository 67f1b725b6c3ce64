import Glibc
import Support
import Testing
import Workbench

extension PTYProcess {
  /// The probe, when its screen is up.
  static func probe(
    size: ScreenSize = ScreenSize(rows: 24, columns: 80),
    environment: [String: String] = [:],
    standardError: String? = nil
  ) async throws -> PTYProcess {
    let process = try PTYProcess(
      BuiltProduct.path("CrashProbe"),
      size: size,
      environment: environment,
      standardError: standardError
    )
    try await process.waitFor("ready")
    return process
  }

  /// The terminal is as it was before the program.
  func expectGivenBack(sourceLocation: SourceLocation = #_sourceLocation) {
    let screen = screen()
    // What a terminal starts with: wrapping and the cursor.
    #expect(
      screen.modes.decPrivate.subtracting([7, 25]) == [],
      sourceLocation: sourceLocation
    )
    #expect(screen.modes.title == "shell", sourceLocation: sourceLocation)
    #expect(screen.modes.titlesAside == [], sourceLocation: sourceLocation)
    #expect(screen.modes.keyboardDepth == 0, sourceLocation: sourceLocation)
    #expect(screen.modes.modifyOtherKeys == 0, sourceLocation: sourceLocation)
    #expect(screen.modes.reordersText, sourceLocation: sourceLocation)
    #expect(screen.cursor != nil, sourceLocation: sourceLocation)
    let cooked = tcflag_t(ICANON | ECHO | ISIG)
    #expect(inputModes.c_lflag & cooked == cooked, sourceLocation: sourceLocation)
  }
}

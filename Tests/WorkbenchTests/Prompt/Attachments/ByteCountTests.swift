import Testing
import Workbench

@Suite struct ByteCountTests {
  @Test(
    "reads as people write it",
    arguments: zip(
      [0, 999, 1_000, 4_096, 9_949, 9_950, 64_400, 999_499, 999_500, 20_000_000],
      ["0 B", "999 B", "1.0 kB", "4.1 kB", "9.9 kB", "10 kB", "64 kB", "999 kB", "1.0 MB", "20 MB"]
    )
  )
  func reads(_ bytes: Int, _ text: String) {
    #expect(ByteCount.text(bytes) == text)
  }
}

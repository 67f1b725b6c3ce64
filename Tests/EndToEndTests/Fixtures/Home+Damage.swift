import Foundation
import GRDB
import Testing

extension Home {
  /// Damages a database at its long text of x: the link to the text's next page (sqlite.org/fileformat2.html 1.6)
  /// leads nowhere.
  func cutOffText(in file: String) throws {
    let queue = try DatabaseQueue(path: path + "/" + file)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try queue.close()
    var bytes = Array(try Data(contentsOf: URL(filePath: path + "/" + file)))
    let place = try #require(
      (0..<(bytes.count - 200)).first { at in bytes[at..<(at + 200)].allSatisfy { $0 == 0x78 } }
    )
    let page = (place / 4_096 + 1) * 4_096
    let next = try #require(
      stride(from: page, to: bytes.count, by: 4_096).first { bytes[$0 + 4] == 0x78 }
    )
    bytes.replaceSubrange(next..<(next + 4), with: [0x7F, 0xFF, 0xFF, 0xFF])
    try write(bytes: bytes, to: file)
  }
}

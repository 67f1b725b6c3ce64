/// The SHA-256 of bytes (FIPS 180-4), as lower-case hexadecimal digits.
struct SHA256 {
  private var state: [UInt32]
  private let constants: [UInt32]

  static func digits(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.take(bytes)
    return hash.state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }
    .joined()
  }

  /// Both tables are the first bits of roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3).
  private init() {
    let primes = (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } }
    state = primes.prefix(8).map { Self.fraction(of: Double($0).squareRoot()) }
    constants = primes.map { Self.fraction(of: Self.cubeRoot(Double($0))) }
  }

  private static func fraction(of root: Double) -> UInt32 {
    UInt32((root - root.rounded(.down)) * 4_294_967_296)
  }

  private static func cubeRoot(_ number: Double) -> Double {
    var root = 1.0
    for _ in 0..<40 { root -= (root * root * root - number) / (3 * root * root) }
    return root
  }

  private mutating func take(_ bytes: [UInt8]) {
    var tail = Array(bytes[(bytes.count / 64 * 64)...]) + [0x80]
    tail += Array(repeating: 0, count: (120 - tail.count % 64) % 64)
    let bits = UInt64(bytes.count) * 8
    tail += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count / 64 * 64, by: 64) { mix(bytes, from: start) }
    }
    tail.withUnsafeBytes { tail in
      for start in stride(from: 0, to: tail.count, by: 64) { mix(tail, from: start) }
    }
  }

  /// One block of 64 bytes (FIPS 180-4, 6.2.2).
  private mutating func mix(_ bytes: UnsafeRawBufferPointer, from start: Int) {
    var words = (0..<16).map { word in
      bytes[(start + 4 * word)..<(start + 4 * word + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let early = words[index - 15]
      let late = words[index - 2]
      let first = early.turned(7) ^ early.turned(18) ^ early >> 3
      let second = late.turned(17) ^ late.turned(19) ^ late >> 10
      words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
    }
    var v = state
    for index in 0..<64 {
      let choice = v[4] & v[5] ^ ~v[4] & v[6]
      let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
      let first = v[4].turned(6) ^ v[4].turned(11) ^ v[4].turned(25)
      let second = v[0].turned(2) ^ v[0].turned(13) ^ v[0].turned(22)
      let added = v[7] &+ first &+ choice &+ constants[index] &+ words[index]
      for place in (1...7).reversed() { v[place] = v[place - 1] }
      v[4] = v[4] &+ added
      v[0] = added &+ second &+ majority
    }
    for index in 0..<8 { state[index] = state[index] &+ v[index] }
  }
}

extension UInt32 {
  fileprivate func turned(_ bits: UInt32) -> UInt32 { self >> bits | self << (32 - bits) }
}

package import Bytes

extension Normalization {
  /// Whether `foldedPath` leaves a path as it is, as far as its bytes tell without a table.
  ///
  /// It may say no to a path that would stay the same, and never yes to one that would not. Yes to
  /// what nearly all paths consist of: ASCII without capitals, letters and digits of the Arabic
  /// script, small letters with accents of western Europe.
  package static func isFoldedPath(_ path: ByteView) -> Bool {
    var place = 0
    while place + 8 <= path.count {
      let word = UInt64(bitPattern: path.int64(at: place))
      guard word & 0x8080_8080_8080_8080 == 0 else { break }
      // A sum has its top bit for a byte from 'A' on, and for a byte after 'Z'.
      let fromA = word &+ 0x3F3F_3F3F_3F3F_3F3F
      let afterZ = word &+ 0x2525_2525_2525_2525
      if fromA & ~afterZ & 0x8080_8080_8080_8080 != 0 { return false }
      place += 8
    }
    while place < path.count {
      let length = foldedLength(path, place)
      if length == 0 { return false }
      place += length
    }
    return true
  }

  /// The number of bytes of the scalar at `place`, when it is sure to stay as it is; else 0.
  private static func foldedLength(_ path: ByteView, _ place: Int) -> Int {
    let lead = path[place]
    if lead < 0x80 { return (0x41...0x5A).contains(lead) ? 0 : 1 }
    guard place + 1 < path.count, (0xC3...0xDB).contains(lead) else { return 0 }
    let value = UInt32(lead & 0x1F) << 6 | UInt32(path[place + 1] & 0x3F)
    switch value {
    // Small letters of Latin-1: composed, and not ß, which folds to two letters.
    case 0xE0...0xFF: return 2
    // Letters and digits of the Arabic script, without the marks between them.
    case 0x621...0x63A, 0x641...0x64A, 0x660...0x669, 0x671...0x6D3, 0x6F0...0x6F9: return 2
    default: return 0
    }
  }
}

package import Bytes

/// The numbers of the keys that a result read, in their order, in one or two bytes each.
///
/// A key mostly follows the one that was asked before it, so what is written is the difference to
/// the number after that: zigzag, seven bits a byte, the lowest first.
package struct KeyNumbers: Sequence, IteratorProtocol, Sendable {
  package let bytes: ByteView
  private var offset = 0
  private var expected: UInt32 = 0

  package init(_ bytes: ByteView) {
    self.bytes = bytes
  }

  package mutating func next() -> UInt32? {
    guard offset < bytes.count else { return nil }
    var code: UInt32 = 0
    var shift: UInt32 = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      code |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    let number = expected &+ (code >> 1 ^ (0 &- (code & 1)))
    expected = number &+ 1
    return number
  }
}

extension ByteBuffer {
  /// Appends numbers in the form that `KeyNumbers` reads.
  package mutating func append(keyNumbers numbers: ArraySlice<UInt32>) {
    var expected: UInt32 = 0
    for number in numbers {
      let difference = Int32(bitPattern: number &- expected)
      var code = UInt32(bitPattern: difference << 1 ^ difference >> 31)
      while code >= 0x80 {
        append(UInt8(truncatingIfNeeded: code) | 0x80)
        code >>= 7
      }
      append(UInt8(code))
      expected = number &+ 1
    }
  }
}

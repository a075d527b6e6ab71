internal import CXXHash

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension ByteView: Equatable {
  /// Whether both show the same bytes.
  public static func == (a: ByteView, b: ByteView) -> Bool {
    guard a.count == b.count else { return false }
    guard a.count > 0, a.address != b.address else { return true }
    // Readable by the contract of `ByteView`.
    return unsafe memcmp(
      a.buffer.baseAddress.unsafelyUnwrapped, b.buffer.baseAddress.unsafelyUnwrapped, a.count) == 0
  }

  /// Whether these bytes stand before those of `other` in the order of unsigned bytes.
  package func precedes(_ other: ByteView) -> Bool {
    let shorter = Swift.min(count, other.count)
    guard shorter > 0, let a = unsafe buffer.baseAddress, let b = unsafe other.buffer.baseAddress
    else { return count < other.count }
    // Readable by the contract of `ByteView`.
    let order = unsafe memcmp(a, b, shorter)
    return order == 0 ? count < other.count : order < 0
  }
}

extension ByteView {
  /// The bytes of a literal, which live as long as the program.
  package init(_ literal: StaticString) {
    unsafe self.init(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
  }
}

extension Fingerprint {
  /// A 64-bit hash of the bytes that `view` shows: that of the text with the same UTF-8.
  package static func identity(of view: ByteView) -> UInt64 {
    // Readable by the contract of `ByteView`.
    unsafe XXH3_64bits(view.buffer.baseAddress, view.count)
  }

  /// Reads 32 hexadecimal digits; nothing for any other bytes.
  package init?(hexadecimal view: ByteView) {
    guard view.count == 32 else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    for index in 0..<32 {
      let digit: UInt8
      switch view[index] {
      case let byte where byte >= 0x30 && byte <= 0x39: digit = byte - 0x30
      case let byte where byte >= 0x61 && byte <= 0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      if index < 16 {
        words.0 = words.0 << 4 | UInt64(digit)
      } else {
        words.1 = words.1 << 4 | UInt64(digit)
      }
    }
    self.init(low: words.1, high: words.0)
  }
}

extension ByteBuffer {
  /// Appends a fingerprint as 32 lower-case hexadecimal digits, most significant first.
  package mutating func append(hexadecimal fingerprint: Fingerprint) {
    append(hexadecimal: fingerprint.high)
    append(hexadecimal: fingerprint.low)
  }

  private mutating func append(hexadecimal word: UInt64) {
    append(hexadecimal: UInt32(truncatingIfNeeded: word >> 32))
    append(hexadecimal: UInt32(truncatingIfNeeded: word))
  }

  /// All eight digits at once: each gets a byte of a larger number, the first the lowest one.
  private mutating func append(hexadecimal word: UInt32) {
    var digits = UInt64(word.byteSwapped)
    digits = (digits | digits << 16) & 0x0000_FFFF_0000_FFFF
    digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
    // The high half of a byte is the first of its two digits.
    digits = (digits >> 4 | digits << 8) & 0x0F0F_0F0F_0F0F_0F0F
    let isLetter = (digits &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    let text = digits + 0x3030_3030_3030_3030 + isLetter * 39
    append(littleEndian: Int64(bitPattern: text))
  }
}

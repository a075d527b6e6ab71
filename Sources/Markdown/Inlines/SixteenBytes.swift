/// Sixteen bytes of a text, looked at all at once.
struct SixteenBytes {
  private let bytes: SIMD16<UInt8>

  /// An answer for each of the bytes.
  typealias Mask = SIMDMask<SIMD16<Int8>>

  /// The bytes of `text` from `index`, which must leave room for sixteen.
  @inline(__always)
  init(_ text: Span<UInt8>, at index: Int) {
    precondition(index >= 0 && index + 16 <= text.count)
    // The check above keeps the read inside the span, and any bits are sixteen integers.
    bytes = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
  }

  @inline(__always)
  var isASCII: Bool { Self.isZero(bytes & Self.each(0x80)) }

  /// ASCII letters and digits.
  @inline(__always)
  var letters: Mask {
    (bytes | Self.each(0x20)).isIn(0x61, count: 26) .| bytes.isIn(0x30, count: 10)
  }

  /// The characters that can join letters to one word: `' , - . : _`.
  @inline(__always)
  var joiners: Mask {
    bytes.isIn(0x2C, count: 3) .| (bytes .== Self.each(0x27)) .| (bytes .== Self.each(0x3A))
      .| (bytes .== Self.each(0x5F))
  }

  /// Whether one of `& < > "` is among the bytes.
  @inline(__always)
  var holdsMarkup: Bool {
    // `<` and `>`, like `&` and `"`, differ in one bit.
    let found =
      ((bytes | Self.each(2)) .== Self.each(0x3E)) .| ((bytes | Self.each(4)) .== Self.each(0x26))
    return !Self.isZero(Self.ones(found))
  }

  /// The number of bytes that `mask` answers yes for.
  @inline(__always)
  static func count(_ mask: Mask) -> Int { Int(ones(mask).wrappedSum()) }

  @inline(__always)
  private static func ones(_ mask: Mask) -> SIMD16<UInt8> {
    each(0).replacing(with: each(1), where: mask)
  }

  @inline(__always)
  private static func isZero(_ bytes: SIMD16<UInt8>) -> Bool {
    // Both types are sixteen bytes without padding, and any bits are integers.
    let words = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    return words[0] | words[1] == 0
  }

  @inline(__always)
  private static func each(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
}

extension SIMD16<UInt8> {
  /// Which of the bytes are among the `count` values from `first` on.
  @inline(__always)
  fileprivate func isIn(_ first: UInt8, count: UInt8) -> SIMDMask<SIMD16<Int8>> {
    (self &- SIMD16(repeating: first)) .< SIMD16(repeating: count)
  }
}

/// Eight bytes of a text in one word, the first of them lowest; answers are 0x80 in each byte.
///
/// The answers about characters hold only when all eight are ASCII: then no sum carries into its
/// neighbour.
struct EightBytes {
  private let word: UInt64

  /// The bytes of `text` from `index`, which must leave room for eight.
  @inline(__always)
  init(_ text: Span<UInt8>, at index: Int) {
    precondition(index >= 0 && index + 8 <= text.count)
    // The check above keeps the read inside the span, and any bits are an integer.
    word = unsafe UInt64(
      littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  @inline(__always)
  var isASCII: Bool { word & Self.high == 0 }

  /// ASCII letters and digits.
  @inline(__always)
  var letters: UInt64 {
    let lower = word | Self.every(0x20)
    return (range(of: lower, 0x61, 0x7A) | range(of: word, 0x30, 0x39)) & Self.high
  }

  /// The characters that can join letters to one word: `' , - . : _`.
  @inline(__always)
  var joiners: UInt64 {
    (range(of: word, 0x2C, 0x2E) | equal(0x27) | equal(0x3A) | equal(0x5F)) & Self.high
  }

  /// Whether one of `& < > "` is among the bytes, of which any may be beyond ASCII.
  @inline(__always)
  var holdsMarkup: Bool {
    let seven = word & ~Self.high
    let found =
      zero(seven ^ Self.every(0x26)) | zero(seven ^ Self.every(0x3C))
      | zero(seven ^ Self.every(0x3E)) | zero(seven ^ Self.every(0x22))
    return found & ~word & Self.high != 0
  }

  private static let high: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  @inline(__always)
  private func range(of bytes: UInt64, _ first: UInt64, _ last: UInt64) -> UInt64 {
    (bytes &+ Self.every(0x80 - first)) & ~(bytes &+ Self.every(0x7F - last))
  }

  @inline(__always)
  private func equal(_ byte: UInt64) -> UInt64 { zero(word ^ Self.every(byte)) }

  @inline(__always)
  private func zero(_ bytes: UInt64) -> UInt64 { ~(bytes &+ Self.every(0x7F)) }
}

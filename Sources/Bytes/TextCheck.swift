/// Finds what must not be in a text that people wrote: broken UTF-8, controls, text direction
/// tricks and characters that XML forbids.
package enum TextCheck {
  /// Something that must not be in a text.
  package struct Problem: Hashable, Sendable {
    package var kind: Kind
    /// The offending bytes' UTF-8 offsets.
    package var range: Range<Int>
    /// The code point, where the bytes are one.
    package var scalar: Unicode.Scalar?
  }

  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// Bytes that are not UTF-8 (RFC 3629).
    case notUTF8
    /// A control of C0 or C1 other than tab, line feed and carriage return; also U+007F.
    case control
    /// U+202A, U+202B, U+202C: old marks of direction that are removed with a warning.
    case bidiEmbedding
    /// U+202D, U+202E: they make a text read as something else.
    case bidiOverride
    /// U+FFFE and U+FFFF, which no XML document may hold (XML 1.0, section 2.2).
    case notInXML
  }

  /// The first `limit` problems of `text`, in order.
  package static func problems(in text: Span<UInt8>, limit: Int = 20) -> [Problem] {
    var problems: [Problem] = []
    var index = 0
    while index < text.count, problems.count < limit {
      index = skipPlainASCII(text, from: index)
      guard index < text.count else { break }
      let found = character(in: text, at: index)
      if let kind = found.kind {
        problems.append(
          Problem(kind: kind, range: index..<index + found.length, scalar: found.scalar))
      }
      index += found.length
    }
    return problems
  }

  /// `text` without U+202A, U+202B and U+202C.
  package static func withoutEmbeddings(_ text: Span<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
        (0xAA...0xAC).contains(text[index + 2])
      {
        index += 3
      } else {
        output.append(text[index])
        index += 1
      }
    }
    return output
  }

  /// What is wrong with the character `scalar`, whatever form it was written in.
  package static func kind(of scalar: Unicode.Scalar) -> Kind? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: nil
    case 0x00...0x1F, 0x7F...0x9F: .control
    case 0x202A...0x202C: .bidiEmbedding
    case 0x202D...0x202E: .bidiOverride
    case 0xFFFE...0xFFFF: .notInXML
    default: nil
    }
  }
}

// MARK: - Reading

extension TextCheck {
  /// The index of the next byte that is not printable ASCII, tab, line feed or carriage return.
  private static func skipPlainASCII(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while true {
      index = skipPlainBlocks(text, from: index)
      guard index < text.count else { return index }
      let byte = text[index]
      guard byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09 || byte == 0x0D else {
        return index
      }
      index += 1
    }
  }

  /// Moves over sixteen bytes at a time while all of them are printable ASCII.
  private static func skipPlainBlocks(_ text: Span<UInt8>, from start: Int) -> Int {
    // Bytes have no padding, so all of them may be read.
    let bytes = unsafe text.bytes
    var index = start
    while index + 16 <= bytes.byteCount {
      // Sixteen bytes from `index` lie inside the span, and any bits are integers.
      let block = unsafe bytes.unsafeLoadUnaligned(
        fromByteOffset: index, as: SIMD16<UInt8>.self)
      guard isPrintableASCII(block) else { return index }
      index += 16
    }
    return index
  }

  /// Whether each of the bytes is from 0x20 to 0x7E.
  @inline(__always)
  private static func isPrintableASCII(_ block: SIMD16<UInt8>) -> Bool {
    // The type chooses the comparison of all bytes at once; there is one of each byte in turn too.
    let isPrintable: SIMDMask<SIMD16<Int8>> =
      (block &- SIMD16<UInt8>(repeating: 0x20)) .< SIMD16<UInt8>(repeating: 0x5F)
    let ones = SIMD16<UInt8>(repeating: 0).replacing(
      with: SIMD16<UInt8>(repeating: 1), where: isPrintable)
    return ones.wrappedSum() == 16
  }

  private struct Character {
    let length: Int
    var kind: Kind?
    var scalar: Unicode.Scalar?
  }

  /// The character at `index`, which is not printable ASCII (Unicode 15, table 3-7).
  private static func character(in text: Span<UInt8>, at index: Int) -> Character {
    let lead = text[index]
    if lead < 0x80 { return Character(length: 1, kind: .control, scalar: Unicode.Scalar(lead)) }
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, isContinued(text, at: index, lead: lead) else {
      return Character(length: 1, kind: .notUTF8)
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard index + offset < text.count, text[index + offset] & 0xC0 == 0x80 else {
        return Character(length: offset, kind: .notUTF8)
      }
      value = value << 6 | UInt32(text[index + offset] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else {
      return Character(length: length, kind: .notUTF8)
    }
    return Character(length: length, kind: kind(of: scalar), scalar: scalar)
  }

  /// Whether the second byte is one that `lead` allows: no overlong forms, surrogates or values
  /// past U+10FFFF.
  private static func isContinued(_ text: Span<UInt8>, at index: Int, lead: UInt8) -> Bool {
    guard index + 1 < text.count else { return false }
    let second = text[index + 1]
    switch lead {
    case 0xE0: return second >= 0xA0 && second <= 0xBF
    case 0xED: return second >= 0x80 && second <= 0x9F
    case 0xF0: return second >= 0x90 && second <= 0xBF
    case 0xF4: return second >= 0x80 && second <= 0x8F
    default: return second & 0xC0 == 0x80
    }
  }
}

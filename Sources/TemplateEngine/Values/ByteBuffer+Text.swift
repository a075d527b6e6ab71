package import Bytes

extension ByteBuffer {
  /// Appends the bytes of `text`.
  @inline(__always)
  package mutating func append(_ text: Text) {
    // Readable for the whole render (`Value`, contract 1), so for this call too.
    unsafe append(start: text.start, count: text.count)
  }

  /// Appends `text` for HTML text or a quoted attribute value: `& < > " '` become references.
  package mutating func append(htmlEscaped text: Text) {
    guard let start = unsafe text.start else { return }
    var copied = 0
    var index = 0
    while index < text.count {
      // `index` is below the count; readable by `Value`, contract 1.
      let byte = unsafe start[index]
      // All five have numbers below 64, so one bit of a word says whether a byte is one of them.
      if byte < 64, htmlSpecial >> UInt64(byte) & 1 != 0 {
        unsafe append(start: start + copied, count: index - copied)
        append(htmlReference(byte))
        copied = index + 1
      }
      index += 1
    }
    unsafe append(start: start + copied, count: text.count - copied)
  }
}

/// The bits of `" & ' < >`.
private let htmlSpecial: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62

private func htmlReference(_ byte: UInt8) -> StaticString {
  switch byte {
  case .ampersand: "&amp;"
  case .lessThan: "&lt;"
  case .greaterThan: "&gt;"
  case .quote: "&#34;"
  default: "&#39;"
  }
}

extension Text {
  /// Text of the program itself.
  @inline(__always)
  init(_ literal: StaticString) {
    // The bytes of a static string live as long as the program.
    unsafe self.init(
      address: UInt(bitPattern: literal.utf8Start), count: literal.utf8CodeUnitCount)
  }
}

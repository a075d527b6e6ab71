internal import Bytes

/// Strings of JSON (RFC 8259, section 7).
extension ByteBuffer {
  /// Appends `text` in quotation marks, fit for a script element: `< > &`, U+2028 and U+2029 are
  /// written as `\u003c` and so on.
  mutating func append(json text: String) {
    append("\"")
    append(text.utf8.span, where: isSpecialInScript) { out, text, index in
      switch text[index] {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
        out.append(unicodeEscape: text[index])
        return 1
      default: return out.appendJSONEscape(in: text, at: index)
      }
    }
    append("\"")
  }

  /// Appends the inside of a JSON string that never stands in a script element, such as HTML in a
  /// feed, where `<` as it is saves a fifth.
  mutating func append(jsonText text: Span<UInt8>) {
    append(
      text,
      where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == 0xE2 }
    ) { out, text, index in out.appendJSONEscape(in: text, at: index) }
  }

  private mutating func appendJSONEscape(in text: Span<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0xE2:
      guard text.holds(0xE2, 0x80, 0xA8...0xA9, at: index) else { return 0 }
      append(text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
      return 3
    default: append(unicodeEscape: text[index])
    }
    return 1
  }
}

@inline(__always)
private func isSpecialInScript(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x20, 0xE2, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"),
    UInt8(ascii: ">"), UInt8(ascii: "&"):
    true
  default: false
  }
}

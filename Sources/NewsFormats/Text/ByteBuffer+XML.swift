internal import Bytes

/// Text in XML 1.0.
///
/// Characters that XML 1.0 has no way to write (most controls, U+FFFE, U+FFFF) become U+FFFD, so
/// that one of them never costs the whole document.
extension ByteBuffer {
  /// Appends `text` for a quoted attribute, where a bare line break would become a space.
  mutating func append(xmlAttribute text: String) {
    append(text.utf8.span, where: isSpecialInXML) { out, text, index in
      switch text[index] {
      case 0x09: out.append("&#9;")
      case 0x0A: out.append("&#10;")
      default: return out.appendEscape(in: text, at: index)
      }
      return 1
    }
  }

  /// Appends `text` for an element.
  mutating func append(xml text: String) {
    append(text.utf8.span, where: isSpecialInXML) { out, text, index in
      out.appendEscape(in: text, at: index)
    }
  }

  /// Appends `text` as HTML inside XML: what a reader decodes twice.
  ///
  /// RSS descriptions are HTML by definition, so a plain text is escaped once as HTML and once more
  /// as XML.
  mutating func append(xmlOfHTML text: String) {
    append(text.utf8.span, where: isSpecialInXML) { out, text, index in
      switch text[index] {
      case UInt8(ascii: "&"): out.append("&amp;amp;")
      case UInt8(ascii: "<"): out.append("&amp;lt;")
      case UInt8(ascii: ">"): out.append("&amp;gt;")
      default: return out.appendEscape(in: text, at: index)
      }
      return 1
    }
  }

  /// Appends `text` in a CDATA section; an end mark inside it is divided between two sections.
  mutating func append(cdata text: Span<UInt8>) {
    append("<![CDATA[")
    append(text, where: { $0 < 0x20 || $0 == UInt8(ascii: "]") || $0 == 0xEF }) {
      out, text, index in
      guard text[index] == UInt8(ascii: "]") else {
        return out.appendReplacement(in: text, at: index)
      }
      guard index + 2 < text.count, text[index + 1] == UInt8(ascii: "]"),
        text[index + 2] == UInt8(ascii: ">")
      else { return 0 }
      out.append("]]]]><![CDATA[>")
      return 3
    }
    append("]]>")
  }

  private mutating func appendEscape(in text: Span<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case UInt8(ascii: "\""): append("&quot;")
    case 0x0D: append("&#13;")
    default: return appendReplacement(in: text, at: index)
    }
    return 1
  }

  /// Writes U+FFFD for a character that XML 1.0 does not know; returns its length, or 0.
  private mutating func appendReplacement(in text: Span<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
      append("\u{FFFD}")
      return 1
    }
    guard text.holds(0xEF, 0xBF, 0xBE...0xBF, at: index) else { return 0 }
    append("\u{FFFD}")
    return 3
  }
}

@inline(__always)
private func isSpecialInXML(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x20, 0xEF, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "\""):
    true
  default: false
  }
}

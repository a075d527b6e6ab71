/// Escaping of text for the formats that Warta writes.
///
/// Each function scans for the next byte that needs care and copies what lies before it in one go,
/// because most text needs no escaping at all.
extension ByteBuffer {
  /// Appends `text` for HTML text or a quoted attribute value: `& < > " '` become references.
  package mutating func append(htmlEscaped text: Span<UInt8>) {
    appendEscaped(text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&#34;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }

  /// Appends `text` for HTML text or a quoted attribute value: `& < > " '` become references.
  package mutating func append(htmlEscaped text: String) {
    append(htmlEscaped: text.utf8.span)
  }

  /// Appends `text` as a quoted JSON string (RFC 8259, section 7).
  package mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    appendEscaped(text.utf8.span) { byte in
      switch byte {
      case UInt8(ascii: "\""): "\\\""
      case UInt8(ascii: "\\"): "\\\\"
      case 0x0A: "\\n"
      case 0x0D: "\\r"
      case 0x09: "\\t"
      case 0..<0x20, 0x7F: controlEscape(byte)
      default: nil
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends `path` with every byte that is not allowed in an RFC 3986 path percent-encoded.
  package mutating func append(percentEncodedPath path: String) {
    var path = path
    // The view is used within the call that lends the bytes.
    path.withUTF8 { bytes in
      unsafe append(percentEncodedPath: ByteView(start: bytes.baseAddress, count: bytes.count))
    }
  }

  /// Appends `path` with every byte that is not allowed in an RFC 3986 path percent-encoded.
  package mutating func append(percentEncodedPath path: ByteView) {
    var copied = 0
    for index in 0..<path.count where !isPathByte(path[index]) {
      append(path.slice(copied..<index))
      append(UInt8(ascii: "%"))
      append(hexDigit(path[index] >> 4))
      append(hexDigit(path[index] & 15))
      copied = index + 1
    }
    append(path.slice(copied..<path.count))
  }

  @inline(__always)
  private mutating func appendEscaped(
    _ text: Span<UInt8>, _ replacement: (UInt8) -> StaticString?
  ) {
    var copied = 0
    for index in text.indices {
      guard let escape = replacement(text[index]) else { continue }
      append(text.extracting(copied..<index))
      append(escape)
      copied = index + 1
    }
    append(text.extracting(copied..<text.count))
  }
}

private func controlEscape(_ byte: UInt8) -> StaticString {
  controlEscapes[Int(min(byte, 0x20))]
}

/// `\u0000` to `\u001f`, then `\u007f`.
private let controlEscapes: [StaticString] = [
  "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
  "\\u0008", "\\u0009", "\\u000a", "\\u000b", "\\u000c", "\\u000d", "\\u000e", "\\u000f",
  "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017",
  "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
  "\\u007f",
]

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

/// Unreserved characters, sub-delimiters, `:`, `@` and `/` (RFC 3986, section 3.3).
private func isPathByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
    UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
    UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"),
    UInt8(ascii: "@"), UInt8(ascii: "/"):
    true
  default: false
  }
}

internal import Bytes

/// Percent-encoding (RFC 3986, section 2.1).
enum PercentCoding {
  /// `text` with its escapes undone; escapes that are broken or not UTF-8 stay.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = nibble(bytes[index + 1]), let low = nibble(bytes[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(validating: output, as: UTF8.self) ?? text
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension ByteBuffer {
  /// Appends `url` for a quoted HTML attribute, percent-encoded as the CommonMark reference does.
  mutating func append(urlAttribute url: Span<UInt8>) {
    var copied = 0
    for index in url.indices where !isSafeInURL(url[index]) {
      append(url.extracting(copied..<index))
      copied = index + 1
      switch url[index] {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      default: append(percentEncoded: url[index])
      }
    }
    append(url.extracting(copied..<url.count))
  }

  /// Appends `url` with every byte that a URL cannot hold percent-encoded.
  mutating func append(url: String) {
    for byte in url.utf8 {
      if isSafeInURL(byte) || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "'") {
        append(byte)
      } else {
        append(percentEncoded: byte)
      }
    }
  }

  private mutating func append(percentEncoded byte: UInt8) {
    append(UInt8(ascii: "%"))
    append(digit(byte >> 4))
    append(digit(byte & 15))
  }

  private func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

/// The bytes that the CommonMark reference leaves alone in a URL.
private func isSafeInURL(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: ";"), UInt8(ascii: "(")...UInt8(ascii: "/"):
    true
  case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
    UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "_"), UInt8(ascii: "~"):
    true
  default: false
  }
}

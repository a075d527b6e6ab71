internal import Bytes

/// Host names in letters of other scripts than Latin (RFC 5891), as the name servers know them.
extension ByteBuffer {
  /// Appends `scheme://host:port` with each label that is not ASCII as `xn--…`.
  mutating func append(asciiAuthority text: Span<UInt8>) {
    let text = String(copying: text)
    guard let slashes = text.firstRange(of: "//") else { return append(asciiHost: text) }
    append(String(text[..<slashes.upperBound]))
    append(asciiHost: String(text[slashes.upperBound...]))
  }

  /// Appends `host` in small letters, with each label that is not ASCII as `xn--…`.
  mutating func append(asciiHost host: String) {
    if host.utf8.allSatisfy({ $0 < 0x80 }) { return append(plainHost: host) }
    var label = ""
    for scalar in host.lowercased().unicodeScalars {
      guard isSeparator(scalar) else {
        label.unicodeScalars.append(scalar)
        continue
      }
      append(asciiLabel: label)
      append(scalar == "。" ? "." : String(scalar))
      label = ""
    }
    append(asciiLabel: label)
  }

  private mutating func append(plainHost host: String) {
    for byte in host.utf8 {
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      append(isCapital ? byte | 0x20 : byte)
    }
  }

  private mutating func append(asciiLabel label: String) {
    let isASCII = label.utf8.allSatisfy { $0 < 0x80 }
    append(isASCII ? label : "xn--" + Punycode.encoded(label))
  }
}

/// What stands between the labels of a host; `。` is the full stop of Chinese and Japanese.
private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "." || scalar == ":" || scalar == "@" || scalar == "。"
}

extension String {
  /// The text of some UTF-8.
  init(copying bytes: Span<UInt8>) {
    var buffer = ByteBuffer(capacity: bytes.count)
    buffer.append(bytes)
    self = buffer.string()
  }
}

/// Short cuts for the text that most paths and tags are.
extension String {
  /// Whether the text has nothing but ASCII.
  var isASCII: Bool {
    let bytes = utf8.span
    var all: UInt8 = 0
    for index in bytes.indices { all |= bytes[index] }
    return all < 0x80
  }

  /// ASCII text in small letters; the text itself when it has no capital.
  var asciiLowercased: String {
    let bytes = utf8.span
    var hasCapital = false
    for index in bytes.indices where bytes[index] &- UInt8(ascii: "A") < 26 { hasCapital = true }
    return hasCapital ? lowercased() : self
  }

  /// Whether there is white space at an end, after white space, or other than the space itself.
  var hasLooseSpace: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      if byte == UInt8(ascii: " "), previous == byte { return true }
      if (0x09...0x0D).contains(byte) { return true }
      previous = byte
    }
    return previous == UInt8(ascii: " ") && !isEmpty
  }
}

extension String.UnicodeScalarView {
  /// Appends the small form of a scalar, which may be more than one.
  mutating func append(lowercased scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let isCapital = ("A"..."Z").contains(scalar)
      append(isCapital ? Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20) : scalar)
    } else if (0x590..<0x10A0).contains(scalar.value) {
      // Hebrew, Arabic and the scripts of India to Burma have no capitals.
      append(scalar)
    } else if scalar.properties.changesWhenLowercased {
      append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    } else {
      append(scalar)
    }
  }
}

internal import Bytes

/// The scan under all escapes of this module.
extension ByteBuffer {
  /// Appends `text`; bytes that `isSpecial` are offered to `escape`, the rest is copied in runs.
  ///
  /// `escape` writes what stands for the bytes at an index and returns how many it has dealt with;
  /// 0 leaves the byte as it is.
  @inline(__always)
  mutating func append(
    _ text: Span<UInt8>, where isSpecial: (UInt8) -> Bool,
    escape: (inout ByteBuffer, Span<UInt8>, Int) -> Int
  ) {
    var copied = 0
    var index = 0
    while index < text.count {
      guard isSpecial(text[index]) else {
        index += 1
        continue
      }
      append(text.extracting(copied..<index))
      copied = index
      let length = escape(&self, text, index)
      index += max(length, 1)
      copied += length
    }
    append(text.extracting(copied..<text.count))
  }

  /// Appends `%` and two hexadecimal digits, in capitals as RFC 3986 likes them.
  mutating func append(percent byte: UInt8) {
    append(UInt8(ascii: "%"))
    append(digit(byte >> 4, ten: UInt8(ascii: "A")))
    append(digit(byte & 15, ten: UInt8(ascii: "A")))
  }

  /// Appends `\u00` and two hexadecimal digits.
  mutating func append(unicodeEscape byte: UInt8) {
    append("\\u00")
    append(digit(byte >> 4, ten: UInt8(ascii: "a")))
    append(digit(byte & 15, ten: UInt8(ascii: "a")))
  }
}

private func digit(_ value: UInt8, ten: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : ten + value - 10
}

extension Span<UInt8> {
  /// Whether the three bytes at `index` are `first`, `second` and one of `thirds`.
  func holds(_ first: UInt8, _ second: UInt8, _ thirds: ClosedRange<UInt8>, at index: Int) -> Bool {
    index + 2 < count && self[index] == first && self[index + 1] == second
      && thirds.contains(self[index + 2])
  }
}

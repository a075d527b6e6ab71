internal import CCommonMark

extension Span<UInt8> {
  /// The index of the first `byte` at or after `start`.
  func index(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count else { return nil }
    // memchr reads at most `count - start` bytes after `start`, all inside the span.
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      guard let found = unsafe found else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The index of the first `bytes` inside `range`.
  func index(of bytes: Span<UInt8>, in range: Range<Int>) -> Int? {
    guard !bytes.isEmpty else { return nil }
    // Marks are rarer than letters in what people write.
    let rare = bytes.indices.first { !isLetter(bytes[$0]) } ?? 0
    var start = range.lowerBound
    while let found = index(of: bytes[rare], from: start + rare),
      found - rare + bytes.count <= range.upperBound
    {
      if matches(bytes, at: found - rare) { return found - rare }
      start = found - rare + 1
    }
    return nil
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  /// The index of the first `text` inside `range`.
  func index(of text: String, in range: Range<Int>) -> Int? {
    index(of: text.utf8.span, in: range)
  }

  /// Whether `bytes` stand at `start`.
  func matches(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + bytes.count <= count else { return false }
    for index in bytes.indices where self[start + index] != bytes[index] { return false }
    return true
  }

  /// Whether `text` stands at `start`.
  func matches(_ text: String, at start: Int) -> Bool {
    matches(text.utf8.span, at: start)
  }

  /// The byte at `index`, or 0 outside the span.
  func byte(at index: Int) -> UInt8 {
    index >= 0 && index < count ? self[index] : 0
  }
}

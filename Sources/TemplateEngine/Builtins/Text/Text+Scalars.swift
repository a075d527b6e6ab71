/// Reading text scalar by scalar, and searching in it.
extension Text {
  /// The scalar that starts at byte `offset`, and how many bytes it takes.
  ///
  /// Template text is valid UTF-8; a byte that starts no scalar is read as U+FFFD all the same.
  @inline(__always)
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, width: Int) {
    let lead = self[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    return wideScalar(at: offset, lead: lead)
  }

  private func wideScalar(at offset: Int, lead: UInt8) -> (scalar: Unicode.Scalar, width: Int) {
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC0, offset + width <= count else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(width))
    for index in offset + 1..<offset + width {
      value = value << 6 | UInt32(self[index] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, width)
  }

  /// Where the scalar that ends just before byte `offset` starts.
  func scalarStart(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The scalars as an array, for the rare algorithm that looks backwards and forwards.
  func scalars() -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(count)
    var offset = 0
    while offset < count {
      let next = scalar(at: offset)
      scalars.append(next.scalar)
      offset += next.width
    }
    return scalars
  }
}

// MARK: - Searching

extension Text {
  /// Whether `other` stands at byte `offset`.
  @inline(__always)
  func matches(_ other: Text, at offset: Int) -> Bool {
    guard offset + other.count <= count else { return false }
    for index in other.indices where self[offset + index] != other[index] { return false }
    return true
  }

  /// The offset of the first occurrence of `needle` at or after `start`.
  func firstOffset(of needle: Text, from start: Int = 0) -> Int? {
    guard needle.count > 0 else { return start <= count ? start : nil }
    let first = needle[0]
    var offset = start
    while offset + needle.count <= count {
      if self[offset] == first, matches(needle, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  /// The offset of the first `byte` at or after `start`.
  func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    var offset = start
    while offset < count {
      if self[offset] == byte { return offset }
      offset += 1
    }
    return nil
  }

  /// How often `needle` occurs without overlap; an empty needle stands between all scalars.
  func occurrences(of needle: Text) -> Int {
    guard needle.count > 0 else { return scalarCount + 1 }
    var total = 0
    var offset = 0
    while let found = firstOffset(of: needle, from: offset) {
      total += 1
      offset = found + needle.count
    }
    return total
  }

  /// Whether `literal` stands at byte `offset`.
  @inline(__always)
  func matches(_ literal: StaticString, at offset: Int) -> Bool {
    matches(Text(literal), at: offset)
  }

  /// The offset of the first occurrence of `literal` at or after `start`.
  func firstOffset(of literal: StaticString, from start: Int) -> Int? {
    firstOffset(of: Text(literal), from: start)
  }
}

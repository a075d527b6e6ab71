/// Text by Unicode scalars, which is how the language counts.
extension Text {
  /// The number of scalars.
  package var scalarCount: Int {
    var scalars = 0
    for index in 0..<count where self[index] & 0xC0 != 0x80 { scalars += 1 }
    return scalars
  }

  /// The number of bytes of the scalar that starts at `index`.
  package func scalarLength(at index: Int) -> Int {
    switch self[index] {
    case 0..<0xC0: 1
    case 0xC0..<0xE0: Swift.min(2, count - index)
    case 0xE0..<0xF0: Swift.min(3, count - index)
    default: Swift.min(4, count - index)
    }
  }

  /// The offset of the scalar number `scalar`, or `count` when there are not so many.
  package func offset(ofScalar scalar: Int) -> Int {
    var offset = 0
    for _ in 0..<Swift.max(0, scalar) where offset < count {
      offset += scalarLength(at: offset)
    }
    return offset
  }
}

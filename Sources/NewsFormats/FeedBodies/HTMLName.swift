/// The name of an element or attribute, as a number: names are compared for every tag of a feed.
///
/// Names longer than sixteen bytes are all the same one, which no list holds.
struct HTMLName: Hashable, Sendable, ExpressibleByStringLiteral {
  private let packed: UInt128

  /// The name in small letters.
  init(_ name: Span<UInt8>) {
    var packed: UInt128 = 0
    if name.count <= 16 {
      for index in name.indices {
        let byte = name[index]
        let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        packed = packed << 8 | UInt128(isCapital ? byte | 0x20 : byte)
      }
    }
    self.packed = packed
  }

  init(stringLiteral name: String) {
    self.init(name.utf8.span)
  }
}

/// Turns libyaml's counts of Unicode scalars into byte offsets.
///
/// Marks come nearly in order, so that walking from the last one costs one pass over the text.
struct MarkCursor {
  /// Whether every byte is a scalar, so that there is nothing to convert.
  private let isASCII: Bool
  private var index = 0
  private var offset = 0

  init(isASCII: Bool) {
    self.isASCII = isASCII
  }

  /// The offset in `bytes` of the scalar with number `wanted` of `region`.
  mutating func offset(of wanted: Int, in bytes: [UInt8], region: Range<Int>) -> Int {
    if isASCII { return min(region.lowerBound + wanted, region.upperBound) }
    var place = region.lowerBound + offset
    while index < wanted, place < region.upperBound {
      place += 1
      while place < region.upperBound, bytes[place] & 0xC0 == 0x80 { place += 1 }
      index += 1
    }
    while index > wanted, place > region.lowerBound {
      place -= 1
      while place > region.lowerBound, bytes[place] & 0xC0 == 0x80 { place -= 1 }
      index -= 1
    }
    offset = place - region.lowerBound
    return place
  }
}

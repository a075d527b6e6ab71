/// A text with some ranges exchanged, which still knows where everything stood before.
struct PatchedText {
  private let original: [UInt8]
  private let region: Range<Int>
  /// By place; ranges of the original.
  private var patches: [(range: Range<Int>, replacement: [UInt8])] = []
  /// The text to parse.
  private(set) var bytes: [UInt8]
  /// The part of `bytes` to parse; it begins where it began in the original.
  private(set) var patchedRegion: Range<Int>

  /// The bytes of `region`, nothing exchanged yet.
  init(_ original: [UInt8], region: Range<Int>) {
    self.original = original
    self.region = region
    bytes = original
    patchedRegion = region
  }

  var isUnchanged: Bool { patches.isEmpty }
  var patchCount: Int { patches.count }

  /// Exchanges a range of the original; false when it was exchanged before.
  mutating func patch(_ range: Range<Int>, with replacement: String) -> Bool {
    guard !patches.contains(where: { $0.range.overlaps(range) || $0.range == range }) else {
      return false
    }
    patches.append((range, Array(replacement.utf8)))
    patches.sort { $0.range.lowerBound < $1.range.lowerBound }
    rebuild()
    return true
  }

  /// The offset in the original of an offset in `bytes`.
  func originalOffset(of offset: Int) -> Int {
    var shift = 0
    for patch in patches {
      let start = patch.range.lowerBound + shift
      if offset <= start { break }
      if offset < start + patch.replacement.count {
        return min(patch.range.lowerBound + offset - start, patch.range.upperBound)
      }
      shift += patch.replacement.count - patch.range.count
    }
    return offset - shift
  }

  func originalRange(of range: Range<Int>) -> Range<Int> {
    let lower = originalOffset(of: range.lowerBound)
    return lower..<max(lower, originalOffset(of: range.upperBound))
  }

  private mutating func rebuild() {
    var text = Array(original[..<region.lowerBound])
    var place = region.lowerBound
    for patch in patches {
      text += original[place..<patch.range.lowerBound]
      text += patch.replacement
      place = patch.range.upperBound
    }
    text += original[place..<region.upperBound]
    patchedRegion = region.lowerBound..<text.count
    bytes = text
  }
}

/// A line taken apart as people write front matter: `  - key: value`.
///
/// This is not YAML: it is what the line was meant to be, after YAML has given up on it.
struct KeyLine {
  /// The line in the file, without its break.
  let range: Range<Int>
  /// The white space it starts with.
  let indent: Range<Int>
  /// Whether a `- ` stands before the rest.
  let isItem: Bool
  /// Nothing in a list of plain values.
  let key: Range<Int>?
  /// What follows the key and its colon, without white space around it; may be empty.
  let value: Range<Int>

  /// Takes apart the line of `bytes` in `range`.
  init(_ range: Range<Int>, of bytes: [UInt8]) {
    self.range = range
    var place = range.lowerBound
    while place < range.upperBound, Self.isBlank(bytes[place]) { place += 1 }
    indent = range.lowerBound..<place
    var isItem = false
    while Self.isItemMark(at: place, in: bytes, end: range.upperBound) {
      isItem = true
      place += 1
      while place < range.upperBound, Self.isBlank(bytes[place]) { place += 1 }
    }
    self.isItem = isItem
    let keyEnd = Self.keyEnd(from: place, in: bytes, end: range.upperBound)
    key = keyEnd.map { place..<$0 }
    var lower = keyEnd.map { $0 + 1 } ?? place
    var upper = range.upperBound
    while lower < upper, Self.isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, Self.isBlank(bytes[upper - 1]) { upper -= 1 }
    value = lower..<upper
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func isItemMark(at place: Int, in bytes: [UInt8], end: Int) -> Bool {
    place + 1 < end && bytes[place] == UInt8(ascii: "-") && isBlank(bytes[place + 1])
  }

  /// Where a key of letters, digits, `_`, `-` and `.` ends, if a colon and white space follow.
  private static func keyEnd(from start: Int, in bytes: [UInt8], end: Int) -> Int? {
    let length = bytes[start..<end].prefix(while: isKeyByte).count
    let colon = start + length
    guard length > 0, colon < end, bytes[colon] == UInt8(ascii: ":") else { return nil }
    guard colon + 1 == end || isBlank(bytes[colon + 1]) else { return nil }
    return colon
  }

  /// Letters of any script count: keys of records may be Persian.
  static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }
}

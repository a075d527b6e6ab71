/// Character references of HTML, as far as they matter for the state inside an attribute.
enum CharacterReference {
  /// The byte that the reference at `index` stands for and its length; ASCII only.
  static func read(_ bytes: Text, _ index: Int) -> (UInt8, Int)? {
    let rest = bytes.slice(index..<min(index + 10, bytes.count))
    let text = rest.string.lowercased()
    for (name, byte) in named where text.hasPrefix(name) { return (byte, name.utf8.count) }
    guard text.hasPrefix("&#") else { return nil }
    let isHex = text.hasPrefix("&#x")
    let digits = text.dropFirst(isHex ? 3 : 2).prefix { $0.isHexDigit && (isHex || $0.isNumber) }
    guard let value = UInt32(digits, radix: isHex ? 16 : 10), value < 128 else { return nil }
    var length = (isHex ? 3 : 2) + digits.utf8.count
    if index + length < bytes.count, bytes[index + length] == .semicolon { length += 1 }
    return (UInt8(value), length)
  }

  private static let named: [(String, UInt8)] = [
    ("&quot;", .quote), ("&apos;", .apostrophe), ("&amp;", .ampersand), ("&lt;", .lessThan),
    ("&gt;", .greaterThan), ("&colon;", .colon), ("&sol;", .slash), ("&tab;", 9),
    ("&newline;", .newline), ("&grave;", .backtick), ("&num;", .hash), ("&quest;", .question),
  ]
}

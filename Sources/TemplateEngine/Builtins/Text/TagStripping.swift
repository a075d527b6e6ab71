internal import Bytes

/// Text out of markup: the `striptags` filter.
extension ByteBuffer {
  /// Appends the words of `text` with one space between them.
  mutating func append(collapsingSpace text: Text) {
    for (index, word) in text.wordRanges().enumerated() {
      if index > 0 { append(UInt8(ascii: " ")) }
      append(text.slice(word))
    }
  }

  /// Appends `markup` without comments; what a removal joins may be a comment again.
  mutating func append(withoutComments markup: Text) {
    let start = count
    var offset = 0
    while offset < markup.count {
      append(markup[offset])
      offset += 1
      guard count - start >= 4, ends(with: "<!--") else { continue }
      guard let end = markup.commentEnd(from: offset) else {
        append(markup.slice(offset..<markup.count))
        return
      }
      truncate(to: count - 4)
      offset = end
    }
  }

  private func ends(with literal: StaticString) -> Bool {
    let wanted = Text(literal)
    return withSpan { bytes in
      let start = bytes.count - wanted.count
      return start >= 0 && wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] }
    }
  }

  /// Appends `markup` without tags; comments go first, because one may hold a tag.
  mutating func append(withoutTags markup: Text) {
    var offset = 0
    while let start = markup.firstOffset(of: UInt8(ascii: "<"), from: offset),
      let end = markup.firstOffset(of: UInt8(ascii: ">"), from: start)
    {
      append(markup.slice(offset..<start))
      offset = end + 1
    }
    append(markup.slice(offset..<markup.count))
  }
}

extension Text {
  /// Where a comment ends whose `<!--` ends at `start`.
  ///
  /// The two dashes that open a comment may also be the first ones of its end: `<!-->`.
  fileprivate func commentEnd(from start: Int) -> Int? {
    if matches(">", at: start) { return start + 1 }
    if matches("->", at: start) { return start + 2 }
    return firstOffset(of: "-->", from: start).map { $0 + 3 }
  }
}

// MARK: - Character references

extension ByteBuffer {
  /// Appends `text` with its character references resolved, as HTML 5 does in text.
  mutating func append(resolvingReferences text: Text) {
    var offset = 0
    while let start = text.firstOffset(of: UInt8(ascii: "&"), from: offset) {
      append(text.slice(offset..<start))
      offset = start + 1
      let rest = text.slice(offset..<text.count)
      if let length = appendReference(rest) {
        offset += length
      } else {
        append(UInt8(ascii: "&"))
      }
    }
    append(text.slice(offset..<text.count))
  }

  /// Appends what the reference after `&` stands for and says how many bytes it took.
  private mutating func appendReference(_ text: Text) -> Int? {
    if text.count > 0, text[0] == UInt8(ascii: "#") { return appendNumericReference(text) }
    var length = 0
    while length < text.count, length < 32, text[length].isNameByte { length += 1 }
    let name = text.slice(0..<length).string
    let isClosed = length < text.count && text[length] == UInt8(ascii: ";")
    if isClosed, let value = NamedReferences.text[name] {
      append(value)
      return length + 1
    }
    // Without a semicolon the longest name from the old days counts: `&ampx` is `&x`.
    var prefix = name[...]
    while prefix.utf8.count > 1 {
      let candidate = String(prefix)
      if NamedReferences.legacy.contains(candidate), let value = NamedReferences.text[candidate] {
        append(value)
        return candidate.utf8.count
      }
      prefix = prefix.dropLast()
    }
    return nil
  }

  private mutating func appendNumericReference(_ text: Text) -> Int? {
    let isHexadecimal = text.count > 1 && text[1] | 0x20 == UInt8(ascii: "x")
    let start = isHexadecimal ? 2 : 1
    let radix: UInt32 = isHexadecimal ? 16 : 10
    var end = start
    var value: UInt32 = 0
    while end < text.count, let digit = text[end].digitValue, digit < radix {
      value = min(value * radix + digit, 0x110000)
      end += 1
    }
    guard end > start else { return nil }
    append(reference: value)
    if end < text.count, text[end] == UInt8(ascii: ";") { end += 1 }
    return end
  }

  /// Appends the scalar of a numeric reference, after the table of the HTML standard (13.2.5.80).
  private mutating func append(reference value: UInt32) {
    switch value {
    case 0, 0xD800...0xDFFF, 0x110000...: append("\u{FFFD}")
    case 0x80...0x9F: append(windowsScalars[Int(value - 0x80)])
    case 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0xFDD0...0xFDEF: return
    case _ where value & 0xFFFE == 0xFFFE: return
    default: if let scalar = Unicode.Scalar(value) { append(scalar) }
    }
  }
}

/// What references to C1 controls mean: the characters of Windows-1252.
private let windowsScalars: [Unicode.Scalar] = [
  "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
  "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
  "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
  "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
]

extension UInt8 {
  /// Names of references are ASCII letters and digits.
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  fileprivate var digitValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

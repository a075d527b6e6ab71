/// What a quoted string of a template means.
enum StringLiteral {
  /// The bytes of the string whose token, with its quotes, is at `range`.
  ///
  /// Escapes are Python's: `\n \t \r \\ \' \" \a \b \f \v \0`, `\xNN`, `\uNNNN`, `\UNNNNNNNN`, and
  /// a line break after `\` is left out; any other `\` stands for itself.
  static func bytes(
    of range: Range<Int>, in source: [UInt8]
  ) throws(TemplateProblem) -> [UInt8] {
    let text = source[range.lowerBound + 1..<range.upperBound - 1]
    guard text.contains(where: { $0 == .backslash || $0 == .carriageReturn }) else {
      return Array(text)
    }
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte == .carriageReturn {
        if rest.first == .newline { rest.removeFirst() }
        bytes.append(.newline)
      } else if byte == .backslash, let letter = rest.popFirst() {
        bytes += try escape(letter, &rest, source)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func escape(
    _ letter: UInt8, _ rest: inout ArraySlice<UInt8>, _ source: [UInt8]
  ) throws(TemplateProblem) -> [UInt8] {
    switch letter {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "a"): return [0x07]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "v"): return [0x0B]
    case UInt8(ascii: "0"): return [0x00]
    case .newline: return []
    case .backslash, .quote, .apostrophe: return [letter]
    case UInt8(ascii: "x"): return try scalar(digits: 2, letter, &rest)
    case UInt8(ascii: "u"): return try scalar(digits: 4, letter, &rest)
    case UInt8(ascii: "U"): return try scalar(digits: 8, letter, &rest)
    default: return [.backslash, letter]
    }
  }

  private static func scalar(
    digits: Int, _ letter: UInt8, _ rest: inout ArraySlice<UInt8>
  ) throws(TemplateProblem) -> [UInt8] {
    var value = try hexadecimal(digits: digits, letter, &rest)
    // A surrogate pair, as JavaScript and JSON write characters beyond the first plane.
    if (0xD800..<0xDC00).contains(value), rest.starts(with: [.backslash, UInt8(ascii: "u")]) {
      rest.removeFirst(2)
      let low = try hexadecimal(digits: 4, letter, &rest)
      guard (0xDC00..<0xE000).contains(low) else { throw bad(letter, rest.startIndex) }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw bad(letter, rest.startIndex) }
    return Array(String(Character(scalar)).utf8)
  }

  private static func hexadecimal(
    digits: Int, _ letter: UInt8, _ rest: inout ArraySlice<UInt8>
  ) throws(TemplateProblem) -> UInt32 {
    let text = rest.prefix(digits)
    guard text.count == digits,
      let value = UInt32(String(decoding: text, as: UTF8.self), radix: 16)
    else { throw bad(letter, rest.startIndex) }
    rest.removeFirst(digits)
    return value
  }

  private static func bad(_ letter: UInt8, _ place: Int) -> TemplateProblem {
    let text = "\\" + String(UnicodeScalar(letter))
    return TemplateProblem(.badEscape(text), at: place - 2..<place)
  }
}

/// The classes of characters that Python's string methods and regular expressions know.
extension Unicode.Scalar {
  /// White space of `str.isspace`, `strip`, `split` and `\s`.
  var isPythonSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  /// A line boundary of `str.splitlines`.
  var isPythonLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// A letter of `str.isalpha`.
  var isPythonLetter: Bool {
    if isASCII {
      return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
    }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  /// A decimal digit of `\d`, in any script.
  var isPythonDigit: Bool {
    isASCII ? (0x30...0x39).contains(value) : properties.generalCategory == .decimalNumber
  }

  /// A character of `\w`: letters, everything numeric, and the underscore.
  var isPythonWord: Bool {
    if isASCII { return isPythonLetter || isPythonDigit || self == "_" }
    return isPythonLetter || properties.numericType != nil
  }

  /// Whether `repr` shows the character as it is (`str.isprintable`).
  var isPythonPrintable: Bool {
    if isASCII { return (0x20...0x7E).contains(value) }
    return switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      false
    default: true
    }
  }
}

extension Text {
  /// The bytes that remain when scalars for which `drop` holds go from the ends.
  func trimmedRange(
    atStart: Bool = true, atEnd: Bool = true, _ drop: (Unicode.Scalar) -> Bool
  ) -> Range<Int> {
    var lower = 0
    while atStart, lower < count {
      let next = scalar(at: lower)
      guard drop(next.scalar) else { break }
      lower += next.width
    }
    var upper = count
    while atEnd, upper > lower {
      let start = scalarStart(before: upper)
      guard drop(scalar(at: start).scalar) else { break }
      upper = start
    }
    return lower..<upper
  }

  /// The ranges of the lines, without their breaks, as `str.splitlines` finds them.
  func lineRanges() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var offset = 0
    while offset < count {
      let next = scalar(at: offset)
      let end = offset
      offset += next.width
      guard next.scalar.isPythonLineBreak else { continue }
      if next.scalar == "\r", offset < count, self[offset] == 0x0A { offset += 1 }
      lines.append(start..<end)
      start = offset
    }
    if start < count { lines.append(start..<count) }
    return lines
  }

  /// The ranges of the words between runs of white space, as `str.split` finds them.
  func wordRanges(limit: Int = .max) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var offset = 0
    while offset < count {
      let next = scalar(at: offset)
      if next.scalar.isPythonSpace {
        if let begun = start {
          words.append(begun..<offset)
          start = nil
        }
      } else if start == nil {
        if words.count == limit { return words }
        start = offset
      }
      offset += next.width
    }
    if let begun = start { words.append(begun..<count) }
    return words
  }
}

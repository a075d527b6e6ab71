internal import Bytes

/// Case mapping after the Unicode Standard (section 3.13, full mappings, no locale), as Python does it.
extension ByteBuffer {
  /// Appends `text` in upper case: `straße` becomes `STRASSE`.
  mutating func append(uppercased text: Text) {
    reserve(text.count)
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80 {
        append(byte &- ((0x61...0x7A).contains(byte) ? 0x20 : 0))
        offset += 1
      } else {
        let next = text.scalar(at: offset)
        append(next.scalar.properties.uppercaseMapping)
        offset += next.width
      }
    }
  }

  /// Appends `text` in lower case; a capital sigma at the end of a word becomes a final sigma.
  mutating func append(lowercased text: Text) {
    append(lowercased: text, from: 0)
  }

  /// Appends `text` with its first character in title case and the rest in lower case.
  mutating func append(capitalized text: Text) {
    guard text.count > 0 else { return }
    let first = text.scalar(at: 0)
    append(first.scalar.properties.titlecaseMapping)
    append(lowercased: text, from: first.width)
  }

  /// Appends `text` with every word begun by a capital, words parted by white space and `-({[<`.
  ///
  /// This is the `title` filter: `o'neil` becomes `O'neil`. The method of strings differs.
  mutating func append(titledWords text: Text) {
    var offset = 0
    while offset < text.count {
      let start = offset
      let isSeparator = text.scalar(at: offset).scalar.separatesTitleWords
      while offset < text.count {
        let next = text.scalar(at: offset)
        guard next.scalar.separatesTitleWords == isSeparator else { break }
        offset += next.width
      }
      let run = text.slice(start..<offset)
      let first = run.scalar(at: 0)
      append(uppercase: first.scalar)
      append(lowercased: run.slice(first.width..<run.count))
    }
  }

  /// Appends `text` with every run of cased characters begun by a capital.
  ///
  /// This is Python's `str.title`: `o'neil` becomes `O'Neil`.
  mutating func append(titlecased text: Text) {
    var offset = 0
    var isInsideWord = false
    while offset < text.count {
      let next = text.scalar(at: offset)
      if isInsideWord {
        append(lowercase: next.scalar, at: offset, in: text)
      } else {
        append(next.scalar.properties.titlecaseMapping)
      }
      isInsideWord = next.scalar.properties.isCased
      offset += next.width
    }
  }

  private mutating func append(uppercase scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      append(byte &- ((0x61...0x7A).contains(byte) ? 0x20 : 0))
    } else {
      append(scalar.properties.uppercaseMapping)
    }
  }

  private mutating func append(lowercased text: Text, from start: Int) {
    reserve(text.count - start)
    var offset = start
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80 {
        append(byte &+ ((0x41...0x5A).contains(byte) ? 0x20 : 0))
        offset += 1
      } else {
        let next = text.scalar(at: offset)
        append(lowercase: next.scalar, at: offset, in: text)
        offset += next.width
      }
    }
  }

  private mutating func append(
    lowercase scalar: Unicode.Scalar, at offset: Int, in text: Text
  ) {
    if scalar == "Σ", text.endsWord(sigmaAt: offset) {
      append("ς")
    } else {
      append(scalar.properties.lowercaseMapping)
    }
  }
}

// MARK: - Tests of case

extension Text {
  /// Whether there is a cased character and none of them is upper or title case.
  var isPythonLower: Bool { isCased { $0.isLowercase } }

  /// Whether there is a cased character and none of them is lower or title case.
  var isPythonUpper: Bool { isCased { $0.isUppercase } }

  private func isCased(_ accept: (Unicode.Scalar.Properties) -> Bool) -> Bool {
    var hasCase = false
    var offset = 0
    while offset < count {
      let next = scalar(at: offset)
      let properties = next.scalar.properties
      let isLetterCase =
        properties.isLowercase || properties.isUppercase
        || properties.generalCategory == .titlecaseLetter
      if isLetterCase {
        guard accept(properties) else { return false }
        hasCase = true
      }
      offset += next.width
    }
    return hasCase
  }

  /// The Final_Sigma condition of SpecialCasing.txt for the sigma at byte `offset`.
  fileprivate func endsWord(sigmaAt offset: Int) -> Bool {
    var before = offset
    var hasLetterBefore = false
    while before > 0 {
      before = scalarStart(before: before)
      let properties = scalar(at: before).scalar.properties
      if properties.isCaseIgnorable { continue }
      hasLetterBefore = properties.isCased
      break
    }
    guard hasLetterBefore else { return false }
    var after = offset + 2
    while after < count {
      let next = scalar(at: after)
      if !next.scalar.properties.isCaseIgnorable { return !next.scalar.properties.isCased }
      after += next.width
    }
    return true
  }
}

extension Unicode.Scalar {
  fileprivate var separatesTitleWords: Bool {
    switch self {
    case "-", "(", "{", "[", "<": true
    default: isPythonSpace
    }
  }
}

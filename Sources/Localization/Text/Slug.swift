/// The part of a URL that is made from words.
package enum Slug {
  /// How slugs are made; the raw value is that of the setting `slugs`.
  package enum Mode: String, CaseIterable, Sendable {
    /// Unicode letters, in NFC.
    case native
    /// ASCII letters; scripts without a sound transliteration need a slug from the editor.
    case ascii
    /// The story's `id` stands for words.
    case id
  }

  /// The most bytes of UTF-8 that a slug has.
  package static let maximumBytes = 120

  /// The slug of `text`, or nothing when none can be made.
  ///
  /// Nothing comes back where no letter or digit is left, in mode `ascii` for text with letters
  /// of Arabic and other scripts without a table, and in mode `id`, where the caller has the id.
  package static func make(
    _ text: String, mode: Mode = .native, language: LanguageTag? = nil
  ) -> String? {
    if mode == .id { return nil }
    let isTurkic = ["tr", "az"].contains(language?.language)
    if text.isASCII, text.utf8.count <= maximumBytes, !isTurkic { return make(ascii: text) }
    var slug: [Unicode.Scalar] = []
    for scalar in lowercased(text, language) {
      switch role(of: scalar) {
      case .nothing: continue
      case .gap: if let last = slug.last, last != "-" { slug.append("-") }
      case .letter where isMark(scalar) && (slug.last ?? "-") == "-": continue
      case .letter where mode == .native || scalar.isASCII: slug.append(scalar)
      case .letter:
        guard let letters = ascii(of: scalar, language) else { return nil }
        slug.append(contentsOf: letters.unicodeScalars)
      }
    }
    return shortened(slug)
  }

  /// The slug of a short text in ASCII: most file names and titles.
  private static func make(ascii text: String) -> String? {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte.isLetter {
        slug.append(byte | 0x20)
      } else if byte.isDigit {
        slug.append(byte)
      } else if byte != UInt8(ascii: "'"), !slug.isEmpty, slug.last != UInt8(ascii: "-") {
        slug.append(UInt8(ascii: "-"))
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug.isEmpty ? nil : String(decoding: slug, as: UTF8.self)
  }

  /// Whether `text` is a slug as it stands: letters, marks and digits, joined by single hyphens.
  package static func isValid(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= maximumBytes, Normalization.isNFC(text) else {
      return false
    }
    return text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
      guard let first = word.unicodeScalars.first, !isMark(first) else { return false }
      return word.unicodeScalars.allSatisfy { role(of: $0) == .letter }
    }
  }
}

// MARK: - Letters

extension Slug {
  private enum Role {
    case letter, gap, nothing
  }

  private static func role(of scalar: Unicode.Scalar) -> Role {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return byte.isLetter || byte.isDigit ? .letter : scalar == "'" ? .nothing : .gap
    }
    switch scalar {
    // The Arabic letters in one look: the database of Unicode takes ten times as long.
    case "\u{621}"..."\u{63A}", "\u{641}"..."\u{64A}", "\u{671}"..."\u{6D3}": return .letter
    case "\u{200C}": return .gap
    // Apostrophes within words, tatweel, marks of vocalisation and of the Quran.
    case "\u{2019}", "\u{2BB}", "\u{2BC}", "\u{640}", "\u{670}": return .nothing
    case "\u{610}"..."\u{61A}", "\u{64B}"..."\u{65F}", "\u{6D6}"..."\u{6DC}",
      "\u{6DF}"..."\u{6E4}", "\u{6E7}"..."\u{6E8}", "\u{6EA}"..."\u{6ED}":
      return .nothing
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return .letter
    case .format, .enclosingMark: return .nothing
    default: return .gap
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    // No mark stands before the combining diacritics, none among the Arabic letters.
    if scalar.value < 0x300 || (0x671...0x6D3).contains(scalar.value) { return false }
    if (0x621...0x64A).contains(scalar.value) { return false }
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .spacingMark
  }

  /// The text in NFC and small letters, with the Persian forms of ي and ك in Persian.
  private static func lowercased(_ text: String, _ language: LanguageTag?) -> [Unicode.Scalar] {
    let foldsArabic = ["fa", "prs", "pes"].contains(language?.language)
    let isTurkic = ["tr", "az"].contains(language?.language)
    var scalars = String.UnicodeScalarView()
    for scalar in Normalization.nfc(text).unicodeScalars {
      switch scalar {
      case "\u{64A}" where foldsArabic, "\u{649}" where foldsArabic: scalars.append("\u{6CC}")
      case "\u{643}" where foldsArabic: scalars.append("\u{6A9}")
      case "I" where isTurkic: scalars.append("ı")
      case "İ": scalars.append("i")
      default: scalars.append(lowercased: scalar)
      }
    }
    return Array(Normalization.nfc(String(scalars)).unicodeScalars)
  }

  private static func ascii(of scalar: Unicode.Scalar, _ language: LanguageTag?) -> String? {
    if let letters = Transliteration.ascii(of: scalar, language: language?.language) {
      return letters
    }
    if isMark(scalar) {
      return scalar.properties.canonicalCombiningClass == .notReordered ? nil : ""
    }
    if let digit = scalar.properties.numericValue, scalar.properties.numericType == .decimal {
      return String(Int(digit))
    }
    let parts = Normalization.decomposed(String(scalar))
    guard let base = parts.first, base != scalar else { return nil }
    return base.isASCII ? String(base) : ascii(of: base, language)
  }

  /// At most 120 bytes, cut between words where there is a gap.
  private static func shortened(_ scalars: [Unicode.Scalar]) -> String? {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    var slug = Substring(String(view))
    if slug.utf8.count > maximumBytes {
      let isBetweenWords = cut(&slug)
      if !isBetweenWords, let gap = slug.lastIndex(of: "-"), gap > slug.startIndex {
        slug = slug[..<gap]
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? nil : Normalization.nfc(String(slug))
  }

  /// Cuts after the last whole character that fits; whether a word ends there.
  private static func cut(_ slug: inout Substring) -> Bool {
    var bytes = 0
    var end = slug.startIndex
    for character in slug {
      bytes += character.utf8.count
      if bytes > maximumBytes { break }
      end = slug.index(after: end)
    }
    let next = slug[end...].first
    slug = slug[..<end]
    return next == "-"
  }
}

/// The alphabetical order of a language, as keys that compare by their bytes.
///
/// Keys come from the project's own tables, so that the order is the same on every machine. They
/// have four parts: letters, accents, case, and the text itself. Spaces and hyphens come before
/// digits, digits before letters, other punctuation and vowel points do not count.
package struct Collation: Sendable {
  private let alphabet: Alphabet
  private let isTurkic: Bool
  /// The elements of the ASCII characters, for texts that have no others.
  ///
  /// Empty where two of them are one letter, or where small letters are not those of ASCII.
  private var ascii: [CollationElement] = []

  /// The order of `language`.
  package init(language: LanguageTag) {
    alphabet = Alphabet(language: language.language)
    isTurkic = ["tr", "az"].contains(language.language)
    guard !alphabet.hasASCIIDigraphs, !isTurkic else { return }
    ascii = (0..<0x80 as Range<UInt8>).map { byte in
      elements(of: String(Unicode.Scalar(byte)))[0]
    }
  }

  /// Bytes that order texts as the language does when they are compared as unsigned numbers.
  ///
  /// Different texts have different keys, so that an order is never left to chance.
  package func key(of text: String) -> [UInt8] {
    let elements = elements(of: text)
    var key: [UInt8] = []
    key.reserveCapacity(elements.count * 5 + text.utf8.count + 5)
    for element in elements where element.primary > 0 {
      key.append(UInt8(truncatingIfNeeded: element.primary >> 16))
      key.append(UInt8(truncatingIfNeeded: element.primary >> 8))
      key.append(UInt8(truncatingIfNeeded: element.primary))
    }
    key += [0, 0, 0]
    key += elements.map(\.secondary)
    key.append(0)
    key += elements.filter { $0.primary > 0 }.map { $0.isCapital ? 2 : 1 }
    key.append(0)
    key += Array(text.utf8)
    return key
  }

  /// Whether `a` comes before `b`; sort many texts by `key(of:)` instead.
  package func precedes(_ a: String, _ b: String) -> Bool {
    key(of: a).lexicographicallyPrecedes(key(of: b))
  }

  /// The heading a text stands under in an A–Z list: `É…` under `E`, `ي…` under `ی` in Persian;
  /// digits, signs and ideographs under `#`.
  package func letter(of text: String) -> String {
    let first = elements(of: text).first { $0.primary >= CollationGroup.symbols << 16 }
    guard let first, first.primary >= CollationGroup.letters << 16 else { return "#" }
    if let heading = alphabet.heading(of: first.primary) { return heading }
    let codePoint = first.primary &- CollationGroup.others << 16
    guard let scalar = Unicode.Scalar(codePoint), !scalar.properties.isIdeographic else {
      return "#"
    }
    return scalar.properties.uppercaseMapping
  }
}

// MARK: - Elements

/// One letter, sign or mark with its weights.
private struct CollationElement {
  /// 0 for what does not count among letters.
  var primary: UInt32
  var secondary: UInt8
  var isCapital: Bool
}

extension Collation {
  private func elements(of text: String) -> [CollationElement] {
    if !ascii.isEmpty, text.isASCII { return text.utf8.map { ascii[Int($0)] } }
    let scalars = lowercased(text)
    var elements: [CollationElement] = []
    var place = 0
    while place < scalars.count {
      place += append(scalars, at: place, to: &elements)
    }
    return elements
  }

  /// Small letters in NFC, each with whether it was a capital.
  private func lowercased(_ text: String) -> [(scalar: Unicode.Scalar, isCapital: Bool)] {
    Normalization.nfc(text).unicodeScalars.flatMap { scalar in
      if isTurkic, scalar == "I" { return [("ı" as Unicode.Scalar, true)] }
      if scalar == "İ" { return [("i" as Unicode.Scalar, true)] }
      guard scalar.properties.changesWhenLowercased else { return [(scalar, false)] }
      return scalar.properties.lowercaseMapping.unicodeScalars.map { ($0, true) }
    }
  }

  /// Appends the longest letter at `place`; how many scalars it has.
  private func append(
    _ scalars: [(scalar: Unicode.Scalar, isCapital: Bool)], at place: Int,
    to elements: inout [CollationElement]
  ) -> Int {
    for length in stride(from: min(alphabet.longest, scalars.count - place), to: 0, by: -1) {
      var letter = String.UnicodeScalarView()
      letter.append(contentsOf: scalars[place..<place + length].map(\.scalar))
      guard let weight = alphabet.weight(of: String(letter)) else { continue }
      elements.append(
        CollationElement(
          primary: weight.primary, secondary: 1 + weight.variant,
          isCapital: scalars[place].isCapital))
      return length
    }
    append(scalars[place].scalar, isCapital: scalars[place].isCapital, to: &elements)
    return 1
  }

  /// Appends what has no letter of its own: by its parts, its ASCII, or its kind.
  private func append(
    _ scalar: Unicode.Scalar, isCapital: Bool, to elements: inout [CollationElement]
  ) {
    let parts = Normalization.decomposed(String(scalar))
    if parts.count > 1 || parts.first != scalar {
      for part in parts { append(part: part, isCapital: isCapital, to: &elements) }
    } else if let ascii = Transliteration.latin[scalar] {
      for letter in ascii.unicodeScalars {
        append(part: letter, isCapital: isCapital, to: &elements)
        elements[elements.count - 1].secondary = 9
      }
    } else {
      elements.append(
        CollationElement(
          primary: primary(of: scalar), secondary: secondary(of: scalar), isCapital: isCapital))
    }
  }

  private func append(
    part: Unicode.Scalar, isCapital: Bool, to elements: inout [CollationElement]
  ) {
    let weight = alphabet.weight(of: String(part))
    elements.append(
      CollationElement(
        primary: weight?.primary ?? primary(of: part),
        secondary: weight.map { 1 + $0.variant } ?? secondary(of: part), isCapital: isCapital))
  }

  /// Marks weigh more than every variant, so that an accent comes after the plain letter.
  private func secondary(of scalar: Unicode.Scalar) -> UInt8 {
    primary(of: scalar) > 0 ? 1 : 0x10 + UInt8(truncatingIfNeeded: scalar.value & 0x7F)
  }

  private func primary(of scalar: Unicode.Scalar) -> UInt32 {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .dashPunctuation, .control:
      return CollationGroup.space << 16 | 1
    case .decimalNumber: return CollationGroup.digits << 16 | UInt32(properties.numericValue ?? 0)
    case .nonspacingMark, .enclosingMark, .format, .connectorPunctuation, .openPunctuation,
      .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return 0
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .letterNumber, .otherNumber:
      return CollationGroup.symbols << 16 | (scalar.value & 0xFFFF)
    default: return scalar == "\u{640}" ? 0 : CollationGroup.others << 16 + scalar.value
    }
  }
}

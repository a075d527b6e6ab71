internal import FrontMatter
internal import Localization

extension SchemaReader {
  /// A permanent id: `[a-z0-9-]{1,64}`.
  mutating func identifier(_ value: SchemaValue) -> Located<String>? {
    guard let word = word(value) else { return nil }
    let isValid =
      (1...64).contains(word.value.utf8.count) && word.value.utf8.allSatisfy(Self.isIDByte)
    if isValid { return word }
    note(.form(.notAnID(key: name(of: value), value: word.value)), at: value)
    return nil
  }

  /// The part of a URL that names something: letters, marks, digits and single hyphens.
  ///
  /// Zero-width non-joiners become hyphens in silence, because Persian words are written with them.
  mutating func slug(_ value: SchemaValue, as role: String? = nil) -> Located<String>? {
    guard let word = word(value) else { return nil }
    if Slug.isValid(word.value) { return word }
    let hyphened = String(
      String.UnicodeScalarView(word.value.unicodeScalars.map { $0 == "\u{200C}" ? "-" : $0 }))
    let normalized = Normalization.nfc(hyphened)
    if Slug.isValid(normalized) { return Located(normalized, at: word.range) }
    let suggestion = Slug.make(word.value)
    note(
      .form(.notASlug(key: role ?? name(of: value), value: word.value, suggestion: suggestion)),
      at: value,
      replacement: suggestion)
    return nil
  }

  /// A BCP 47 tag.
  mutating func language(_ value: SchemaValue) -> Located<LanguageTag>? {
    guard let word = word(value) else { return nil }
    if let tag = LanguageTag(word.value) { return Located(tag, at: word.range) }
    let hyphened = word.value.split(separator: "_").joined(separator: "-")
    let suggestion = LanguageTag(hyphened)?.tag
    note(
      .form(.notALanguage(key: name(of: value), value: word.value, suggestion: suggestion)),
      at: value,
      replacement: suggestion)
    return nil
  }

  /// `ltr` or `rtl`.
  mutating func direction(_ value: SchemaValue) -> TextDirection? {
    guard let word = word(value)?.value else { return nil }
    if let direction = TextDirection(rawValue: word) { return direction }
    noteNotAChoice(word, of: ["ltr", "rtl"], at: value)
    return nil
  }

  /// The name of a template: `long-read`, `reports/long-read.html`.
  mutating func template(_ value: SchemaValue) -> Located<String>? {
    guard let word = word(value) else { return nil }
    let parts = word.value.split(separator: "/", omittingEmptySubsequences: false)
    let isValid = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.first != UInt8(ascii: ".") && part.utf8.allSatisfy(Self.isNameByte)
    }
    if isValid, word.value.utf8.count <= 120 { return word }
    note(.form(.notATemplate(key: name(of: value), value: word.value)), at: value)
    return nil
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isIDByte(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}

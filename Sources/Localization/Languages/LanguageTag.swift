/// A BCP 47 language tag: `id`, `fa-AF`, `zh-Hant-TW`.
package struct LanguageTag: Hashable, Sendable {
  /// The tag in its canonical case.
  package let tag: String
  /// The primary language, in small letters.
  package let language: String
  /// The script, as `Hant`, if it is written.
  package let script: String?
  /// The region, as `TW` or `419`, if it is written.
  package let region: String?

  /// Reads a well-formed tag in any case, or nothing (`id_ID`, `indonesian-`, empty text).
  package init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    tag = text
    language = text
    script = nil
    region = nil
  }
}

/// The way a script runs; the raw value is that of the HTML attribute `dir`.
package enum TextDirection: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"
}

extension LanguageTag {
  /// The direction of its script.
  package var direction: TextDirection { .leftToRight }

  /// The language's name for itself (`Bahasa Indonesia`); the tag when it is not known.
  package var ownName: String { tag }

  /// The value of `og:locale`: `id_ID`, `fa_IR`; nothing when no region is written or likely.
  package var openGraphLocale: String? { nil }

  /// The value of an `hreflang` that search engines read, or nothing (`ckb` has no ISO 639-1 code).
  package var hreflang: String? { tag }

  /// The value of RSS's `<language>` that validators accept, or nothing.
  package var rssLanguage: String? { tag }
}

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
  ) -> String? { nil }

  /// Whether `text` is a slug as it stands: letters, marks and digits, joined by single hyphens.
  package static func isValid(_ text: String) -> Bool { false }
}

/// The cardinal plural rules of a language (CLDR, "Language Plural Rules").
package struct PluralRules: Sendable {
  /// The rules of `language`; a language without rules has the one form `other`.
  package init(language: LanguageTag) {}

  /// The forms that the language has, in CLDR's order; `other` is always one of them.
  package var categories: [PluralCategory] { [.other] }

  /// The form for a whole number.
  package func category(of number: Int64) -> PluralCategory { .other }

  /// The form for a number as it is shown: `1.0` and `1` can differ.
  package func category(of number: PluralOperands) -> PluralCategory { .other }
}

/// A plural form; the raw value is its key in the string files.
package enum PluralCategory: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other
}

/// What plural rules look at (UTS #35, "Operands"): the digits as they are shown.
package struct PluralOperands: Hashable, Sendable {
  /// The integer part of the absolute value.
  package var i: UInt64
  /// The number of fraction digits shown.
  package var v: Int
  /// The fraction digits shown, as a number.
  package var f: UInt64

  /// The operands of a whole number.
  package init(_ number: Int64) {
    i = number.magnitude
    v = 0
    f = 0
  }

  /// The operands of a decimal in ASCII (`-1.50`), or nothing when it is not one.
  package init?(decimal text: String) {
    return nil
  }
}

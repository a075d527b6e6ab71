/// The cardinal plural rules of a language (CLDR, "Language Plural Rules").
package struct PluralRules: Sendable {
  /// The forms that the language has, in CLDR's order; `other` is always the last.
  package let categories: [PluralCategory]
  /// The rules of all forms but `other`, in the order in which they are tried.
  private let rules: [PluralRule]

  /// The rules of `language`; a language without rules has the one form `other`.
  package init(language: LanguageTag) {
    let tag = language.region.map { "\(language.language)-\($0)" } ?? ""
    let row = Self.row(tag) ?? Self.row(language.language)
    rules = row?.split(separator: "|").dropFirst().compactMap { PluralRule($0) } ?? []
    categories = rules.map(\.category) + [.other]
  }

  /// The form for a whole number.
  package func category(of number: Int64) -> PluralCategory {
    category(of: PluralOperands(number))
  }

  /// The form for a number as it is shown: `1.0` and `1` can differ.
  package func category(of number: PluralOperands) -> PluralCategory {
    rules.first { $0.holds(for: number) }?.category ?? .other
  }

  private static func row(_ name: String) -> Substring? {
    PluralTable.rows.split(separator: "\n").first { row in
      row.prefix { $0 != "|" }.split(separator: " ").contains { $0 == name }
    }
  }
}

/// A plural form; the raw value is its key in the string files.
package enum PluralCategory: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other
}

/// One form and the conditions under which a number takes it.
private struct PluralRule: Sendable {
  let category: PluralCategory
  /// Alternatives, each of conditions that must all hold.
  private let alternatives: [[PluralCondition]]

  /// Reads `one:v=0,i%10=1;f%10=1`.
  init?(_ text: Substring) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let category = PluralCategory(rawValue: String(parts[0])) else {
      return nil
    }
    self.category = category
    alternatives = parts[1].split(separator: ";").map { alternative in
      alternative.split(separator: ",").compactMap { PluralCondition($0) }
    }
  }

  func holds(for number: PluralOperands) -> Bool {
    alternatives.contains { $0.allSatisfy { $0.holds(for: number) } }
  }
}

/// One comparison of a rule: `i%100!=12..14`.
private struct PluralCondition: Sendable {
  private let operand: Character
  private let modulus: UInt64
  private let isEqual: Bool
  private let ranges: [ClosedRange<UInt64>]

  init?(_ text: Substring) {
    guard let operand = text.first, let sign = text.firstIndex(of: "=") else { return nil }
    isEqual = !text[..<sign].hasSuffix("!")
    let left = text[..<sign].dropFirst().drop { $0 == "%" }.prefix { $0.isNumber }
    modulus = UInt64(left) ?? 0
    self.operand = operand
    ranges = text[text.index(after: sign)...].split(separator: "/").compactMap { range in
      let ends = range.split(separator: ".").compactMap { UInt64($0) }
      guard let first = ends.first, let last = ends.last else { return nil }
      return first...last
    }
  }

  func holds(for number: PluralOperands) -> Bool {
    // A number with a fraction that is not zero equals no whole number.
    if operand == "n", number.t != 0 { return !isEqual }
    var value = value(of: number)
    if modulus > 0 { value %= modulus }
    return ranges.contains { $0.contains(value) } == isEqual
  }

  private func value(of number: PluralOperands) -> UInt64 {
    switch operand {
    case "v": UInt64(number.v)
    case "f": number.f
    case "t": number.t
    default: number.i
    }
  }
}

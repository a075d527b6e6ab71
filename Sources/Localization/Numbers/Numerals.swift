package import Bytes

/// A set of decimal digits; the raw value is its code in CLDR and in settings.
package enum Numerals: String, CaseIterable, Sendable {
  /// 0123456789
  case latn
  /// ٠١٢٣٤٥٦٧٨٩
  case arab
  /// ۰۱۲۳۴۵۶۷۸۹, as in Persian, Pashto and Urdu
  case arabext

  /// The digits of a setting: a code or `latin`, `arabic`, `persian`.
  package init?(name: String) {
    switch name {
    case "latin": self = .latn
    case "arabic": self = .arab
    case "persian": self = .arabext
    default: self.init(rawValue: name)
    }
  }
}

extension ByteBuffer {
  /// Appends `number` in these digits, padded with zeros to at least `width`.
  package mutating func append(_ number: Int, numerals: Numerals, width: Int = 1) {
    append(decimal: number, width: width)
  }
}

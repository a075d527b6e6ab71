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
    append(number, numerals: numerals, width: width, padding: .zero)
  }

  /// Appends `number` in these digits with zeros or spaces before it.
  mutating func append(_ number: Int, numerals: Numerals, width: Int, padding: Padding) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var divisor: UInt = 1
    var digits = 1
    while number.magnitude / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    while digits < width {
      if padding == .zero { append(digit: 0, numerals: numerals) } else { append(" ") }
      digits += 1
    }
    while divisor > 0 {
      append(digit: UInt8(truncatingIfNeeded: number.magnitude / divisor % 10), numerals: numerals)
      divisor /= 10
    }
  }

  /// Appends one digit from 0 to 9.
  @inline(__always)
  mutating func append(digit: UInt8, numerals: Numerals) {
    switch numerals {
    case .latn: append(UInt8(ascii: "0") + digit)
    case .arab:
      append(0xD9)
      append(0xA0 + digit)
    case .arabext:
      append(0xDB)
      append(0xB0 + digit)
    }
  }
}

package import Bytes

/// How a language writes numbers: digits, decimal mark and grouping.
package struct NumberFormat: Sendable {
  /// The conventions of `language` with these digits (its own when nothing is given).
  package init(language: LanguageTag, numerals: Numerals? = nil) {}

  /// Appends `number` with grouped thousands: `1.234.567` in Indonesian, `۱٬۲۳۴٬۵۶۷` in Persian.
  package func append(_ number: Int64, to buffer: inout ByteBuffer) {
    buffer.append(decimal: Int(number))
  }

  /// Appends `number` with at most `maximumFraction` and at least `minimumFraction` decimals.
  ///
  /// Halves are rounded to even, as CLDR has it; a number that is not finite is written as `NaN`
  /// or `∞`.
  package func append(
    _ number: Double, minimumFraction: Int = 0, maximumFraction: Int = 3,
    to buffer: inout ByteBuffer
  ) {
    buffer.append(decimal: Int(number))
  }
}

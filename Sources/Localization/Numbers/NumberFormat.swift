package import Bytes

/// How a language writes numbers: digits, decimal mark and grouping.
package struct NumberFormat: Sendable {
  private let numerals: Numerals
  private let signs: NumberSigns

  /// The conventions of `language` with these digits (its own when nothing is given).
  ///
  /// With Arabic and Persian digits the marks are `٫` and `٬`, whatever the language.
  package init(language: LanguageTag, numerals: Numerals? = nil) {
    self.numerals = numerals ?? Conventions(language: language).numerals
    var signs = LanguageRecord.orEnglish(language).signs
    if self.numerals != .latn {
      signs.decimal = "٫"
      signs.group = "٬"
    }
    self.signs = signs
  }

  /// Appends `number` with grouped thousands: `1.234.567` in Indonesian, `۱٬۲۳۴٬۵۶۷` in Persian.
  package func append(_ number: Int64, to buffer: inout ByteBuffer) {
    if number < 0 { buffer.append("-") }
    append(grouped: number.magnitude, to: &buffer)
  }

  /// Appends `number` with at most `maximumFraction` and at least `minimumFraction` decimals.
  ///
  /// At most 15 decimals are written; halves are rounded to even, as CLDR has it. A number that is
  /// not finite is written as `NaN` or `∞`, one beyond 64 bits with an exponent.
  package func append(
    _ number: Double, minimumFraction: Int = 0, maximumFraction: Int = 3,
    to buffer: inout ByteBuffer
  ) {
    if number.isNaN { return buffer.append("NaN") }
    let decimal = DecimalText(number, maximumFraction: max(0, min(maximumFraction, 15)))
    if decimal.isNegative { buffer.append("-") }
    if number.isInfinite { return buffer.append("∞") }
    guard let whole = UInt64(decimal.whole) else { return buffer.append("\(number.magnitude)") }
    append(grouped: whole, to: &buffer)
    append(fraction: decimal.fraction, atLeast: min(minimumFraction, 15), to: &buffer)
  }

  private func append(grouped number: UInt64, to buffer: inout ByteBuffer) {
    var digits: [UInt8] = []
    var rest = number
    repeat {
      digits.append(UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    let isGrouped = digits.count >= 3 + signs.fewestBeforeGroup
    for place in digits.indices.reversed() {
      buffer.append(digit: digits[place], numerals: numerals)
      guard isGrouped, place >= 3, (place - 3).isMultiple(of: signs.groupSize) else { continue }
      buffer.append(signs.group)
    }
  }

  private func append(fraction: [UInt8], atLeast minimum: Int, to buffer: inout ByteBuffer) {
    let count = max(fraction.count, minimum)
    guard count > 0 else { return }
    buffer.append(signs.decimal)
    for place in 0..<count {
      buffer.append(digit: place < fraction.count ? fraction[place] : 0, numerals: numerals)
    }
  }
}

/// A finite number as decimal digits, rounded from the shortest digits that mean it.
private struct DecimalText {
  private(set) var isNegative: Bool
  /// ASCII digits before the point.
  private(set) var whole: String
  /// Digits from 0 to 9 after it, without zeros at the end.
  private(set) var fraction: [UInt8]

  init(_ number: Double, maximumFraction: Int) {
    let (digits, point) = Self.digits(of: number.magnitude)
    var all = [UInt8](repeating: 0, count: max(0, -point)) + digits
    var wholeCount = max(0, point)
    if all.count < wholeCount { all += [UInt8](repeating: 0, count: wholeCount - all.count) }
    if all.count > wholeCount + maximumFraction {
      if Self.round(&all, to: wholeCount + maximumFraction) { wholeCount += 1 }
    }
    fraction = Array(all[wholeCount...])
    while fraction.last == 0 { fraction.removeLast() }
    let text = all[..<wholeCount].map { UInt8(ascii: "0") + $0 }
    whole = text.isEmpty ? "0" : String(decoding: text, as: UTF8.self)
    isNegative = number.sign == .minus && all.contains { $0 != 0 }
  }

  /// The shortest digits of a number and how many of them stand before the point.
  private static func digits(of number: Double) -> (digits: [UInt8], point: Int) {
    guard number.isFinite else { return ([1], 1) }
    let parts = "\(number)".utf8.split(separator: UInt8(ascii: "e"))
    let exponent = parts.count == 2 ? Int(Substring(parts[1])) ?? 0 : 0
    let mantissa = parts[0].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let digits = mantissa.joined().map { $0 - UInt8(ascii: "0") }
    return (digits, mantissa[0].count + exponent)
  }

  /// Rounds half to even; whether a digit was added in front.
  private static func round(_ digits: inout [UInt8], to count: Int) -> Bool {
    let cut = digits[count...]
    digits.removeLast(digits.count - count)
    let isHalf = cut.first == 5 && cut.dropFirst().allSatisfy { $0 == 0 }
    let isEven = digits.last?.isMultiple(of: 2) ?? true
    guard (cut.first ?? 0) >= 5, !(isHalf && isEven) else { return false }
    for place in digits.indices.reversed() {
      if digits[place] < 9 {
        digits[place] += 1
        return false
      }
      digits[place] = 0
    }
    digits.insert(1, at: 0)
    return true
  }
}

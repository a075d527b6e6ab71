/// What plural rules look at (UTS #35, "Operands"): the digits as they are shown.
package struct PluralOperands: Hashable, Sendable {
  /// The integer part of the absolute value.
  package var i: UInt64
  /// The number of fraction digits shown.
  package var v: Int
  /// The fraction digits shown, as a number.
  package var f: UInt64

  /// The fraction digits without the zeros at their end.
  var t: UInt64 {
    var rest = f
    while rest > 0, rest.isMultiple(of: 10) { rest /= 10 }
    return rest
  }

  /// The operands of a whole number.
  package init(_ number: Int64) {
    i = number.magnitude
    v = 0
    f = 0
  }

  /// The operands of a decimal in ASCII (`-1.50`), or nothing when it is not one.
  ///
  /// At most 18 digits may stand on either side of the point.
  package init?(decimal text: String) {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = digits.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let i = Self.number(parts[0]) else { return nil }
    self.i = i
    v = 0
    f = 0
    guard parts.count == 2 else { return }
    guard let fraction = Self.number(parts[1]) else { return nil }
    v = parts[1].count
    f = fraction
  }

  private static func number(_ digits: Substring.UTF8View) -> UInt64? {
    guard (1...18).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
  }
}

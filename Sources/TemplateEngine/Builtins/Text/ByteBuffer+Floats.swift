internal import Bytes

/// Floating-point numbers as Python prints them.
extension ByteBuffer {
  /// Appends the shortest text that reads back as `number`: `2.5`, `3.0`, `1e+16`, `1e-05`, `inf`.
  package mutating func append(float number: Double) {
    guard number.isFinite else {
      append(number.isNaN ? "nan" : number < 0 ? "-inf" : "inf")
      return
    }
    // Swift finds the same shortest digits; between these bounds it also places the point alike.
    if number == 0 || (1e-4..<1e15).contains(number.magnitude) {
      append(number.description)
      return
    }
    appendExponentForm(number.description)
  }

  /// Appends `number` with `places` digits after the point, as `%.2f` does.
  mutating func append(fixed number: Double, places: Int, keepsPoint: Bool = false) {
    guard appendFinite(number) else { return }
    var expansion = DecimalExpansion(of: number)
    expansion.round(places: places)
    var power = max(expansion.point - 1, 0)
    while power >= 0 {
      append(digit: expansion.digit(ofPower: power))
      power -= 1
    }
    if places > 0 || keepsPoint { append(UInt8(ascii: ".")) }
    for place in 0..<max(places, 0) { append(digit: expansion.digit(ofPower: -1 - place)) }
  }

  /// Appends `number` as `%e` does: one digit, `places` further ones, and the exponent.
  mutating func append(exponential number: Double, places: Int, keepsPoint: Bool = false) {
    guard appendFinite(number) else { return }
    var expansion = DecimalExpansion(of: number)
    expansion.round(keeping: places + 1)
    let exponent = expansion.digits.isEmpty ? 0 : expansion.point - 1
    append(digit: expansion.digit(ofPower: exponent))
    if places > 0 || keepsPoint { append(UInt8(ascii: ".")) }
    for place in 0..<max(places, 0) {
      append(digit: expansion.digit(ofPower: exponent - 1 - place))
    }
    append(exponent: exponent)
  }

  /// Appends `number` as `%g` does: `significant` digits, trailing zeros only when `keepsPoint`.
  mutating func append(general number: Double, significant: Int, keepsPoint: Bool = false) {
    guard appendFinite(number) else { return }
    let wanted = max(significant, 1)
    var expansion = DecimalExpansion(of: number)
    expansion.round(keeping: wanted)
    let exponent = expansion.digits.isEmpty ? 0 : expansion.point - 1
    let isExponential = exponent < -4 || exponent >= wanted
    var places = isExponential ? wanted - 1 : wanted - 1 - exponent
    if !keepsPoint {
      let lowest = isExponential ? exponent : 0
      while places > 0, expansion.digit(ofPower: lowest - places) == 0 { places -= 1 }
    }
    if isExponential {
      append(exponential: number.magnitude, places: places, keepsPoint: keepsPoint)
    } else {
      append(fixed: number.magnitude, places: places, keepsPoint: keepsPoint)
    }
  }

  /// Appends the sign, and all of a number that is not finite; false when nothing is left to do.
  private mutating func appendFinite(_ number: Double) -> Bool {
    if number.sign == .minus, !number.isNaN { append(UInt8(ascii: "-")) }
    if number.isFinite { return true }
    append(number.isNaN ? "nan" : "inf")
    return false
  }

  private mutating func append(digit: UInt8) {
    append(UInt8(ascii: "0") + digit)
  }

  private mutating func append(exponent: Int) {
    append(exponent < 0 ? "e-" : "e+")
    append(decimal: Int(exponent.magnitude), width: 2)
  }

  /// Places the point of `description`'s digits by Python's rule: exponents below -4 and from 16.
  private mutating func appendExponentForm(_ description: String) {
    var digits: [UInt8] = []
    var point = 0
    var exponent = 0
    var hasPoint = false
    for (index, byte) in description.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: append(byte)
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: "e"): exponent = Int(description.dropFirst(index + 1)) ?? 0
      case UInt8(ascii: "0")...UInt8(ascii: "9") where exponent == 0:
        if !hasPoint { point += 1 }
        digits.append(byte)
      default: continue
      }
      if exponent != 0 { break }
    }
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leading)
    let power = point - leading + exponent - 1
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    append(digits, power: power)
  }

  private mutating func append(_ digits: [UInt8], power: Int) {
    guard (-4..<16).contains(power) else {
      append(digits[0])
      if digits.count > 1 {
        append(UInt8(ascii: "."))
        append(digits[1...])
      }
      append(exponent: power)
      return
    }
    if power < 0 {
      append("0.")
      for _ in 0..<(-power - 1) { append(UInt8(ascii: "0")) }
      append(digits)
      return
    }
    for index in 0...power { append(index < digits.count ? digits[index] : UInt8(ascii: "0")) }
    append(UInt8(ascii: "."))
    if digits.count > power + 1 {
      append(digits[(power + 1)...])
    } else {
      append(UInt8(ascii: "0"))
    }
  }
}

extension Double {
  /// The nearest number with `places` decimal digits, as Python's `round(x, places)` finds it.
  func rounded(places: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    // Beyond these bounds there is nothing left to cut, or nothing left at all (IEEE 754 binary64).
    if places > 340 { return self }
    if places < -309 { return sign == .minus ? -0.0 : 0.0 }
    if let quick = quicklyRounded(places: places) { return quick }
    var text = ByteBuffer(capacity: 64)
    var expansion = DecimalExpansion(of: self)
    expansion.round(places: places)
    if sign == .minus { text.append(UInt8(ascii: "-")) }
    text.append("0.")
    text.append(expansion.digits.map { $0 + UInt8(ascii: "0") })
    text.append("e")
    text.append(decimal: expansion.digits.isEmpty ? 0 : expansion.point)
    return Double(text.string()) ?? self
  }

  /// The same by one multiplication and one division, where no digits can get lost.
  ///
  /// Up to 2⁵³ whole numbers and up to 10²² powers of ten are exact, so the quotient is the nearest
  /// number. Below 10¹² the product is off by less than 10⁻⁴; a fraction so near to one half is
  /// left to the exact way.
  private func quicklyRounded(places: Int) -> Double? {
    guard (0..<10).contains(places) else { return nil }
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    let scaled = self * factor
    guard scaled.magnitude < 1e12 else { return nil }
    let whole = scaled.rounded()
    guard ((scaled - whole).magnitude - 0.5).magnitude > 1e-3 else { return nil }
    return whole / factor
  }
}

/// The exact decimal digits of a finite floating-point number, and their correct rounding.
///
/// Every `Double` has a finite decimal expansion; rounding that (half to even, on the exact value)
/// is what Python's `round` and `%.2f` do: `2.675` is a little less, so it becomes `2.67`.
struct DecimalExpansion {
  /// The digits 0 to 9, most significant first, without leading zeros; none for zero.
  private(set) var digits: [UInt8]
  /// The value is `0.d₁d₂d₃…` times ten to this power.
  private(set) var point: Int

  /// The expansion of the magnitude of `number`, which is finite.
  init(of number: Double) {
    let magnitude = number.magnitude
    guard magnitude > 0 else {
      digits = []
      point = 0
      return
    }
    let significand = magnitude.significandBitPattern | (magnitude.isNormal ? 1 << 52 : 0)
    let exponent = max(Int(magnitude.exponentBitPattern), 1) - 1075
    var limbs = DecimalLimbs(significand)
    if exponent >= 0 {
      limbs.multiply(by: 2, times: exponent)
    } else {
      limbs.multiply(by: 5, times: -exponent)
    }
    digits = limbs.digits
    point = digits.count - (exponent < 0 ? -exponent : 0)
  }

  /// Rounds to `places` digits after the decimal point; negative counts to the left of it.
  mutating func round(places: Int) {
    round(keeping: point + places)
  }

  /// Rounds to `count` significant digits.
  mutating func round(keeping count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let isUp = roundsUp(at: count)
    digits.removeSubrange(count...)
    if isUp { increment() }
  }

  private func roundsUp(at index: Int) -> Bool {
    if digits[index] != 5 { return digits[index] > 5 }
    if digits[(index + 1)...].contains(where: { $0 != 0 }) { return true }
    return index > 0 && digits[index - 1] % 2 == 1
  }

  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0 {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
      index -= 1
    }
    digits.insert(1, at: 0)
    point += 1
  }

  /// The digit with the weight ten to the power `power`.
  func digit(ofPower power: Int) -> UInt8 {
    let index = point - 1 - power
    return digits.indices.contains(index) ? digits[index] : 0
  }
}

/// An unsigned number of any size as limbs of nine decimal digits, least significant first.
private struct DecimalLimbs {
  private var limbs: [UInt32] = []
  private static let base: UInt64 = 1_000_000_000

  init(_ value: UInt64) {
    var rest = value
    while rest > 0 {
      limbs.append(UInt32(rest % Self.base))
      rest /= Self.base
    }
  }

  /// Multiplies by `factor` (2 or 5) `times` times, many of them at once.
  mutating func multiply(by factor: UInt64, times: Int) {
    let step = factor == 2 ? 29 : 12
    var large: UInt64 = 1
    for _ in 0..<step { large *= factor }
    var left = times
    while left >= step {
      multiply(by: large)
      left -= step
    }
    for _ in 0..<left { multiply(by: factor) }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * factor + carry
      limbs[index] = UInt32(product % Self.base)
      carry = product / Self.base
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  var digits: [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(limbs.count * 9)
    for limb in limbs.reversed() {
      var divisor: UInt32 = 100_000_000
      while divisor > 0 {
        let digit = UInt8(limb / divisor % 10)
        if digit != 0 || !digits.isEmpty { digits.append(digit) }
        divisor /= 10
      }
    }
    return digits
  }
}

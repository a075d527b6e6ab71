internal import Bytes

/// Numbers read from text as Python's `int()` and `float()` read them, ASCII digits only.
extension Text {
  /// The outcome of reading a whole number.
  enum ReadInteger {
    case number(Int)
    /// A number, but beyond 64 bits.
    case tooLarge
    case notANumber
  }

  /// The whole number that the text spells: white space around it, a sign, single underscores.
  ///
  /// Base 0 takes the base from the prefix; a prefix may repeat an explicit base of 2, 8 or 16.
  func integer(base: Int = 10) -> ReadInteger {
    let trimmed = slice(trimmedRange { $0.isPythonSpace })
    var offset = 0
    var isNegative = false
    if trimmed.count > 0, trimmed[0] == UInt8(ascii: "-") || trimmed[0] == UInt8(ascii: "+") {
      isNegative = trimmed[0] == UInt8(ascii: "-")
      offset = 1
    }
    var radix = base
    if let prefix = trimmed.basePrefix(at: offset), base == 0 || base == prefix {
      radix = prefix
      offset += 2
      if offset < trimmed.count, trimmed[offset] == UInt8(ascii: "_") { offset += 1 }
    } else if base == 0 {
      radix = 10
      guard !trimmed.hasUselessZero(at: offset) else { return .notANumber }
    }
    return trimmed.digits(from: offset, radix: radix, isNegative: isNegative)
  }

  private func digits(from start: Int, radix: Int, isNegative: Bool) -> ReadInteger {
    guard start < count, self[start] != UInt8(ascii: "_") else { return .notANumber }
    var total = 0
    var isTooLarge = false
    var offset = start
    while offset < count {
      if self[offset] == UInt8(ascii: "_") { offset += 1 }
      guard offset < count, let digit = Self.digit(self[offset]), digit < radix else {
        return .notANumber
      }
      let product = total.multipliedReportingOverflow(by: radix)
      let sum =
        isNegative
        ? product.partialValue.subtractingReportingOverflow(digit)
        : product.partialValue.addingReportingOverflow(digit)
      isTooLarge = isTooLarge || product.overflow || sum.overflow
      total = sum.partialValue
      offset += 1
    }
    return isTooLarge ? .tooLarge : .number(total)
  }

  private func basePrefix(at offset: Int) -> Int? {
    guard offset + 1 < count, self[offset] == UInt8(ascii: "0") else { return nil }
    return switch self[offset + 1] | 0x20 {
    case UInt8(ascii: "b"): 2
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "x"): 16
    default: nil
    }
  }

  /// Base 0 refuses `012`, which meant octal once.
  private func hasUselessZero(at offset: Int) -> Bool {
    guard offset < count, self[offset] == UInt8(ascii: "0") else { return false }
    for index in offset..<count where self[index] != UInt8(ascii: "0") {
      if self[index] != UInt8(ascii: "_") { return true }
    }
    return false
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// The floating-point number that the text spells; also `inf`, `infinity` and `nan`.
  func float() -> Double? {
    let trimmed = slice(trimmedRange { $0.isPythonSpace })
    guard trimmed.count > 0, trimmed.count <= 4096 else { return nil }
    var digits = ByteBuffer(capacity: trimmed.count)
    for index in trimmed.indices {
      let byte = trimmed[index]
      guard byte == UInt8(ascii: "_") else {
        guard trimmed.isFloatByte(byte) else { return trimmed.namedFloat() }
        digits.append(byte)
        continue
      }
      // A single underscore may part two digits.
      guard index > 0, index + 1 < trimmed.count, Self.isDecimal(trimmed[index - 1]),
        Self.isDecimal(trimmed[index + 1])
      else { return nil }
    }
    return Double(digits.string())
  }

  private func isFloatByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: Self.isDecimal(byte)
    }
  }

  private static func isDecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func namedFloat() -> Double? {
    guard count <= 9 else { return nil }
    return switch string.lowercased() {
    case "inf", "+inf", "infinity", "+infinity": .infinity
    case "-inf", "-infinity": -.infinity
    case "nan", "+nan", "-nan": .nan
    default: nil
    }
  }
}

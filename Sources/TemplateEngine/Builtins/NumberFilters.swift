internal import Bytes

/// Filters that read, round and print numbers.
enum NumberFilters {
  static let all: [Builtin] = [abs, int, float, round, filesizeformat]

  /// `{{ -3 | abs }}` prints `3`.
  static let abs = Builtin("abs", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    if let number = arguments[0].int {
      guard number != .min else { throw RenderFault(.overflow) }
      return Value(Swift.abs(number))
    }
    guard let number = arguments[0].double else {
      throw RenderFault(.wrongKind, arguments[0], "a number")
    }
    return Value(number.magnitude)
  }

  /// `{{ "42" | int }}` is a number; what is none becomes 0 or the default.
  static let int = Builtin(
    "int",
    Signature(.required("value"), .optional("default", Value(0)), .optional("base", Value(10)))
  ) { arguments, context throws(RenderFault) in
    try arguments.requireValue()
    let value = arguments[0]
    if let number = value.int { return Value(number) }
    if let text = value.text {
      try context.charge(bytes: text.count)
      let base = try arguments.int(2)
      if base == 0 || (2...36).contains(base) {
        switch text.integer(base: base) {
        case .number(let number): return Value(number)
        case .tooLarge: throw RenderFault(.overflow)
        case .notANumber: break
        }
      }
    }
    guard let number = value.double ?? value.text?.float(), !number.isNaN else {
      return arguments[1]
    }
    if let whole = Int(exactly: number.rounded(.towardZero)) { return Value(whole) }
    // A text that spells an infinite number is no number; a number that is one has no whole part.
    if value.isString, number.isInfinite { return arguments[1] }
    throw RenderFault(.overflow)
  }

  /// `{{ "2.5" | float }}` is a number; what is none becomes 0.0 or the default.
  static let float = Builtin(
    "float", Signature(.required("value"), .optional("default", Value(0.0)))
  ) { arguments, context throws(RenderFault) in
    try arguments.requireValue()
    guard let number = arguments[0].double ?? arguments[0].text?.float() else {
      return arguments[1]
    }
    return Value(number)
  }

  /// `{{ 2.5 | round }}` prints `2.0` (half to even), `{{ 2.1 | round(0, "ceil") }}` prints `3.0`.
  static let round = Builtin(
    "round",
    Signature(
      .required("value"), .optional("precision", Value(0)), .optional("method", "common"))
  ) { arguments, context throws(RenderFault) in
    let value = arguments[0]
    guard let number = value.double else { throw RenderFault(.wrongKind, value, "a number") }
    let places = try arguments.size(1)
    switch arguments[2].text {
    case .some(let method) where method == "common":
      if let whole = value.int { return Value(try whole.rounded(places: places)) }
      return Value(number.rounded(places: places))
    case .some(let method) where method == "ceil":
      return Value(number.scaled(places) { $0.rounded(.up) })
    case .some(let method) where method == "floor":
      return Value(number.scaled(places) { $0.rounded(.down) })
    default: throw RenderFault(.badValue, arguments[2], "'common', 'ceil' or 'floor'")
    }
  }

  /// `{{ 13000000 | filesizeformat }}` prints `13.0 MB`, with `true` `12.4 MiB`.
  static let filesizeformat = Builtin(
    "filesizeformat", Signature(.required("value"), .optional("binary", .false))
  ) { arguments, context throws(RenderFault) in
    guard let bytes = arguments[0].double ?? arguments[0].text?.float(), bytes.isFinite else {
      throw RenderFault(.wrongKind, arguments[0], "a number of bytes")
    }
    let isBinary = try context.isTrue(arguments[1])
    return try context.makeText { $0.append(fileSize: bytes, isBinary: isBinary) }
  }
}

extension ByteBuffer {
  fileprivate mutating func append(fileSize bytes: Double, isBinary: Bool) {
    let base: Double = isBinary ? 1024 : 1000
    if bytes == 1 {
      append("1 Byte")
      return
    }
    if bytes < base {
      append(fixed: bytes.rounded(.towardZero), places: 0)
      append(" Bytes")
      return
    }
    var unit = base * base
    var prefixes = Array("KMGTPEZY".utf8)[...]
    while prefixes.count > 1, bytes >= unit {
      unit *= base
      prefixes.removeFirst()
    }
    append(fixed: base * bytes / unit, places: 1)
    append(UInt8(ascii: " "))
    let letter = prefixes[prefixes.startIndex]
    append(letter == UInt8(ascii: "K") && !isBinary ? UInt8(ascii: "k") : letter)
    append(isBinary ? "iB" : "B")
  }
}

extension Double {
  /// Rounds by `round` at `places` digits after the point.
  fileprivate func scaled(_ places: Int, _ round: (Double) -> Double) -> Double {
    guard isFinite else { return self }
    if places < 0 {
      let factor = Double.powerOfTen(-places)
      return round(self / factor) * factor
    }
    let factor = Double.powerOfTen(places)
    let scaled = round(self * factor) / factor
    return scaled.isFinite ? scaled : self
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<min(exponent, 400) { power *= 10 }
    return power
  }
}

extension Int {
  /// The nearest multiple of ten to the power of `-places`, half to even.
  fileprivate func rounded(places: Int) throws(RenderFault) -> Int {
    guard places < 0 else { return self }
    guard places >= -19 else { return 0 }
    var unit: UInt64 = 1
    for _ in 0..<(-places) { unit = unit &* 10 }
    let (quotient, rest) = UInt64(magnitude).quotientAndRemainder(dividingBy: unit)
    let half = unit / 2
    let isUp = rest > half || (rest == half && quotient % 2 == 1)
    let rounded = (quotient + (isUp ? 1 : 0)).multipliedReportingOverflow(by: unit)
    guard !rounded.overflow, let whole = Int(exactly: rounded.partialValue) else {
      throw RenderFault(.overflow)
    }
    return self < 0 ? -whole : whole
  }
}

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Arithmetic as Python does it, with 64-bit integers whose overflow is a fault.
enum Arithmetic {
  static func integers(
    _ operation: Node.Operator, _ a: Int, _ b: Int
  ) throws(RenderFault) -> Value {
    switch operation {
    case .add: return try checked(a.addingReportingOverflow(b))
    case .subtract: return try checked(a.subtractingReportingOverflow(b))
    case .multiply: return try checked(a.multipliedReportingOverflow(by: b))
    case .divide: return try floats(.divide, Double(a), Double(b))
    case .floorDivide: return try floorQuotient(a, b)
    case .modulo: return try modulo(a, b)
    case .power: return try power(a, b)
    }
  }

  private static func checked(
    _ result: (partialValue: Int, overflow: Bool)
  ) throws(RenderFault) -> Value {
    guard !result.overflow else { throw RenderFault(.overflow) }
    return Value(result.partialValue)
  }

  private static func floorQuotient(_ a: Int, _ b: Int) throws(RenderFault) -> Value {
    guard b != 0 else { throw RenderFault(.divisionByZero) }
    let (quotient, overflow) = a.dividedReportingOverflow(by: b)
    guard !overflow else { throw RenderFault(.overflow) }
    let isBelow = a % b != 0 && (a < 0) != (b < 0)
    return Value(isBelow ? quotient - 1 : quotient)
  }

  private static func modulo(_ a: Int, _ b: Int) throws(RenderFault) -> Value {
    guard b != 0 else { throw RenderFault(.divisionByZero) }
    guard b != -1 else { return Value(0) }
    let rest = a % b
    return Value(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
  }

  private static func power(_ base: Int, _ exponent: Int) throws(RenderFault) -> Value {
    guard exponent >= 0 else { return try floats(.power, Double(base), Double(exponent)) }
    var result = 1
    var factor = base
    var left = exponent
    while left > 0 {
      if left & 1 == 1 {
        let product = result.multipliedReportingOverflow(by: factor)
        guard !product.overflow else { throw RenderFault(.overflow) }
        result = product.partialValue
      }
      left >>= 1
      guard left > 0 else { break }
      let square = factor.multipliedReportingOverflow(by: factor)
      guard !square.overflow else { throw RenderFault(.overflow) }
      factor = square.partialValue
    }
    return Value(result)
  }

  static func floats(
    _ operation: Node.Operator, _ a: Double, _ b: Double
  ) throws(RenderFault) -> Value {
    switch operation {
    case .add: return Value(a + b)
    case .subtract: return Value(a - b)
    case .multiply: return Value(a * b)
    case .divide:
      guard b != 0 else { throw RenderFault(.divisionByZero) }
      return Value(a / b)
    case .floorDivide:
      guard b != 0 else { throw RenderFault(.divisionByZero) }
      return Value((a / b).rounded(.down))
    case .modulo:
      guard b != 0 else { throw RenderFault(.divisionByZero) }
      let rest = a.truncatingRemainder(dividingBy: b)
      return Value(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
    case .power: return Value(pow(a, b))
    }
  }
}

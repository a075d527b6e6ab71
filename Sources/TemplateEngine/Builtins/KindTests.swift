/// Tests of what a value is, such as `{% if x is string %}`; a missing value is nothing of all that.
enum KindTests {
  static let all: [Builtin] =
    [
      soft("defined") { !$0.isMissing },
      soft("undefined") { $0.isMissing },
      soft("none") { $0.isNone },
      soft("boolean") { $0.kind == .bool },
      soft("true") { $0.bool == true },
      soft("false") { $0.bool == false },
      soft("integer") { $0.kind == .int },
      soft("float") { $0.kind == .float },
      soft("number") { $0.isNumber },
      soft("string") { $0.isString },
      soft("escaped") { $0.isSafe },
      soft("callable") { [.macro, .function, .joiner].contains($0.kind) },
      mapping, sequence, iterable, sameas,
    ]

  /// `{{ x is mapping }}`: a map, or a thing of the site with members.
  static let mapping = Builtin("mapping", Signature(.required("value", allowsMissing: true))) {
    arguments, context throws(RenderFault) in
    let value = arguments[0]
    if value.kind == .entity { return Value(try context.count(of: value) == nil) }
    return Value(value.kind == .map)
  }

  /// `{{ x is sequence }}`: what has a length and elements, so texts and maps too.
  static let sequence = Builtin("sequence", Signature(.required("value", allowsMissing: true))) {
    arguments, context throws(RenderFault) in
    Value(try context.count(of: arguments[0]) != nil)
  }

  /// `{{ x is iterable }}`: what `for` can go through.
  static let iterable = Builtin("iterable", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    Value(try context.count(of: arguments[0]) != nil)
  }

  /// `{{ x is sameas true }}`: the same truth value, or `none`; other values have no identity.
  static let sameas = Builtin(
    "sameas", Signature(.required("value", allowsMissing: true), .required("other"))
  ) { arguments, context throws(RenderFault) in
    let (value, other) = (arguments[0], arguments[1])
    guard other.isNone || other.kind == .bool else {
      throw RenderFault(.badValue, other, "true, false or none; '==' compares other values")
    }
    return Value(value.kind == other.kind && value.bool == other.bool)
  }

  private static func soft(
    _ name: String, _ holds: @escaping @Sendable (Value) -> Bool
  ) -> Builtin {
    Builtin(name, Signature(.required("value", allowsMissing: true))) {
      arguments, context throws(RenderFault) in Value(holds(arguments[0]))
    }
  }
}

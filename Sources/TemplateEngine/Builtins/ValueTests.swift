/// Tests of what is true of a value: `{% if n is divisibleby 3 %}`, `{% if x is in list %}`.
enum ValueTests {
  static let all: [Builtin] =
    [odd, even, divisibleby, lower, upper, `in`, filter, test]
    + comparison("eq", "equalto", "==") { a, b, context throws(RenderFault) in
      try context.areEqual(a, b)
    }
    + comparison("ne", "!=") { a, b, context throws(RenderFault) in
      try !context.areEqual(a, b)
    }
    + comparison("lt", "lessthan", "<") { a, b, context throws(RenderFault) in
      try context.order(a, b) < 0
    }
    + comparison("le", "<=") { a, b, context throws(RenderFault) in
      try context.order(a, b) <= 0
    }
    + comparison("gt", "greaterthan", ">") { a, b, context throws(RenderFault) in
      try context.order(a, b) > 0
    }
    + comparison("ge", ">=") { a, b, context throws(RenderFault) in
      try context.order(a, b) >= 0
    }

  /// Whether a whole number is odd: `{{ 3 is odd }}` prints `True`.
  static let odd = Builtin("odd", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    Value(try remainder(of: arguments[0], by: Value(2)) == 1)
  }

  /// Whether a whole number is even: `{{ 4 is even }}` prints `True`.
  static let even = Builtin("even", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    Value(try remainder(of: arguments[0], by: Value(2)) == 0)
  }

  /// Whether a division leaves nothing: `{{ 9 is divisibleby 3 }}` prints `True`.
  static let divisibleby = Builtin(
    "divisibleby", Signature(.required("value"), .required("num"))
  ) { arguments, context throws(RenderFault) in
    Value(try remainder(of: arguments[0], by: arguments[1]) == 0)
  }

  /// Whether there are letters and all are small: `{{ "abc" is lower }}` prints `True`.
  static let lower = Builtin("lower", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    let text = try context.string(arguments[0])
    try context.charge(bytes: text.count)
    return Value(text.isPythonLower)
  }

  /// Whether there are letters and all are capitals: `{{ "ABC" is upper }}` prints `True`.
  static let upper = Builtin("upper", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    let text = try context.string(arguments[0])
    try context.charge(bytes: text.count)
    return Value(text.isPythonUpper)
  }

  /// `{{ "iran" is in tags }}`: an element of a list, a key of a map, a part of a text.
  static let `in` = Builtin("in", Signature(.required("value"), .required("seq"))) {
    arguments, context throws(RenderFault) in
    Value(try context.contains(arguments[1], arguments[0]))
  }

  /// `{{ "markdown" is filter }}`: whether there is a filter of that name.
  static let filter = Builtin("filter", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    guard let name = arguments[0].text else { return .false }
    return Value(context.registry.filters[name.string] != nil)
  }

  /// `{{ "odd" is test }}`: whether there is a test of that name.
  static let test = Builtin("test", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    guard let name = arguments[0].text else { return .false }
    return Value(context.registry.tests[name.string] != nil)
  }

  private typealias Comparison =
    @Sendable (Value, Value, inout RenderContext) throws(RenderFault) -> Bool

  private static func comparison(
    _ names: String..., holds: @escaping Comparison
  ) -> [Builtin] {
    names.map { name in
      Builtin(name, Signature(.required("value"), .required("other"))) {
        arguments, context throws(RenderFault) in
        Value(try holds(arguments[0], arguments[1], &context))
      }
    }
  }

  /// The remainder with the sign of the divisor, as Python's `%`.
  private static func remainder(of value: Value, by divisor: Value) throws(RenderFault) -> Double {
    if let number = value.int, let other = divisor.int {
      if other == 0 { throw RenderFault(.divisionByZero) }
      if other == -1 { return 0 }
      let rest = number % other
      return Double(rest != 0 && (rest < 0) != (other < 0) ? rest + other : rest)
    }
    guard let number = value.double else { throw RenderFault(.wrongKind, value, "a number") }
    guard let other = divisor.double else { throw RenderFault(.wrongKind, divisor, "a number") }
    if other == 0 { throw RenderFault(.divisionByZero) }
    let rest = number.truncatingRemainder(dividingBy: other)
    return rest != 0 && (rest < 0) != (other < 0) ? rest + other : rest
  }
}

extension RenderContext {
  /// Whether `needle in container`: an element of a list, a key of a map, a part of a text.
  package mutating func contains(
    _ container: Value, _ needle: Value
  ) throws(RenderFault) -> Bool {
    switch container.kind {
    case .string:
      guard let part = needle.text else { throw RenderFault(.wrongKind, needle, "a text") }
      try charge(bytes: container.rawText.count)
      return container.rawText.firstOffset(of: part) != nil
    case .map: return container.entry(needle) != nil
    case .range: return container.rangeContains(needle)
    default:
      let items = try elements(container)
      try charge(elements: items.count)
      for item in items where try areEqual(item, needle) { return true }
      return false
    }
  }
}

extension Value {
  fileprivate func rangeContains(_ needle: Value) -> Bool {
    guard let range, let number = needle.int ?? needle.double.flatMap(Int.init(exactly:)) else {
      return false
    }
    let (distance, overflow) = number.subtractingReportingOverflow(range.start)
    guard !overflow, distance == 0 || (distance < 0) == (range.step < 0) else { return false }
    let (place, rest) = distance.magnitude.quotientAndRemainder(dividingBy: range.step.magnitude)
    return rest == 0 && place < UInt(range.count)
  }
}

internal import Bytes

/// Arithmetic, comparison, joining of texts, and literals.
extension Renderer {
  mutating func arithmetic(_ instruction: Instruction) throws(RenderFault) {
    let right = stack.pop()
    let left = stack.pop()
    let operation = Node.Operator(rawValue: instruction.a) ?? .add
    if let a = left.int, let b = right.int {
      stack.push(try Arithmetic.integers(operation, a, b))
    } else if let a = left.double, let b = right.double {
      stack.push(try Arithmetic.floats(operation, a, b))
    } else if operation == .add {
      stack.push(try sum(left, right))
    } else if operation == .multiply {
      stack.push(try product(left, right))
    } else {
      throw RenderFault(.wrongOperands, left, right)
    }
  }

  /// `+` of texts, lists and tuples.
  private mutating func sum(_ left: Value, _ right: Value) throws(RenderFault) -> Value {
    switch (left.kind, right.kind) {
    case (.string, .string): return try joined(left, right)
    case (.list, .list), (.tuple, .tuple):
      let count = Int(left.count32) + Int(right.count32)
      try context.charge(listOf: count)
      var list = try ListBuilder(room: count, in: &context.arena)
      for item in left.rawItems { list.append(item) }
      for item in right.rawItems { list.append(item) }
      return left.kind == .list ? list.list : list.tuple
    default: throw RenderFault(.wrongOperands, left, right)
    }
  }

  /// A safe text makes the sum safe and escapes the other one.
  private mutating func joined(_ left: Value, _ right: Value) throws(RenderFault) -> Value {
    let isSafe = left.isSafe || right.isSafe
    try context.charge(bytes: Int(left.count32) + Int(right.count32))
    let mark = context.beginText()
    append(left, escaping: isSafe)
    append(right, escaping: isSafe)
    return try context.endText(from: mark, flags: flags(left, right, isSafe))
  }

  private func flags(_ left: Value, _ right: Value, _ isSafe: Bool) -> Value.Flags {
    var flags = left.flags.intersection(right.flags).intersection([.clean, .ascii])
    if isSafe { flags.insert(.safe) }
    return flags
  }

  private mutating func append(_ text: Value, escaping: Bool) {
    if escaping, !text.isSafe {
      context.scratch.append(htmlEscaped: text.rawText)
    } else {
      context.scratch.append(text.rawText)
    }
  }

  /// `*` of a text or list and an integer.
  private mutating func product(_ left: Value, _ right: Value) throws(RenderFault) -> Value {
    let (value, factor) = left.int == nil ? (left, right) : (right, left)
    guard let times = factor.int else { throw RenderFault(.wrongOperands, left, right) }
    let (size, overflow) = Int(value.count32).multipliedReportingOverflow(by: max(times, 0))
    let count = overflow ? Int.max : size
    // Nothing, however often, is nothing: there must be no loop that long.
    let turns = count == 0 ? 0 : times
    switch value.kind {
    case .string:
      try context.charge(bytes: count)
      let mark = context.beginText()
      for _ in 0..<turns { context.scratch.append(value.rawText) }
      return try context.endText(from: mark, flags: value.flags)
    case .list, .tuple:
      try context.charge(listOf: count)
      var list = try ListBuilder(room: count, in: &context.arena)
      for _ in 0..<turns { for item in value.rawItems { list.append(item) } }
      return value.kind == .list ? list.list : list.tuple
    default: throw RenderFault(.wrongOperands, left, right)
    }
  }

  mutating func negate() throws(RenderFault) {
    let value = stack.pop()
    if let number = value.int {
      guard number != .min else { throw RenderFault(.overflow, value) }
      stack.push(Value(-number))
    } else if let number = value.double {
      stack.push(Value(-number))
    } else {
      throw RenderFault(.wrongKind, value, "a number")
    }
  }

  /// `a ~ b ~ …` of the `count` values on top.
  mutating func concatenate(_ count: Int) throws(RenderFault) {
    let first = stack.top - count
    var isSafe = false
    var flags: Value.Flags = [.clean, .ascii]
    for index in first..<stack.top { isSafe = isSafe || stack[index].isSafe }
    isSafe = isSafe && context.isEscaping
    let mark = context.beginText()
    for index in first..<stack.top {
      let value = stack[index]
      if value.isString {
        try context.charge(bytes: Int(value.count32))
        append(value, escaping: isSafe)
        flags.formIntersection(value.flags)
      } else {
        let text = try context.string(value)
        if isSafe {
          context.scratch.append(htmlEscaped: text)
        } else {
          context.scratch.append(text)
        }
        if !value.isNumber && !value.isNone { flags = [] }
      }
    }
    if isSafe { flags.insert(.safe) }
    stack.top = first
    stack.push(try context.endText(from: mark, flags: flags))
  }

  // MARK: Comparison

  mutating func compare(_ instruction: Instruction) throws(RenderFault) {
    let right = stack.pop()
    let left = stack.pop()
    stack.push(Value(try holds(instruction.a, left, right)))
  }

  /// Compares the two values on top; keeps the right one when it holds, else pushes false.
  mutating func compareKeeping(_ instruction: Instruction) throws(RenderFault) -> Bool {
    let right = stack.pop()
    let left = stack.pop()
    let result = try holds(instruction.a, left, right)
    stack.push(result ? right : .false)
    return result
  }

  private mutating func holds(
    _ comparison: UInt8, _ left: Value, _ right: Value
  ) throws(RenderFault) -> Bool {
    switch Node.Comparison(rawValue: Int32(comparison)) ?? .equal {
    case .equal: try context.areEqual(left, right)
    case .notEqual: try !context.areEqual(left, right)
    case .less: try context.order(left, right) < 0
    case .lessEqual: try context.order(left, right) <= 0
    case .greater: try context.order(left, right) > 0
    case .greaterEqual: try context.order(left, right) >= 0
    case .isIn: try context.contains(right, left)
    case .isNotIn: try !context.contains(right, left)
    }
  }

  // MARK: Literals

  mutating func makeList(_ count: Int, _ kind: Value.Kind) throws(RenderFault) {
    try context.charge(listOf: count)
    let items = stack.items(from: stack.top - count, count: count)
    let list = try context.arena.list(items, as: kind)
    stack.top -= count
    stack.push(list)
  }

  mutating func makeMap(_ count: Int) throws(RenderFault) {
    try context.charge(listOf: count)
    let first = stack.top - 2 * count
    var builder = try MapBuilder(room: max(count, 1), in: &context.arena)
    for index in 0..<count {
      let key = stack[first + 2 * index]
      guard key.isUsableAsKey else { throw RenderFault(.wrongKind, key, "a key") }
      let value = stack[first + 2 * index + 1]
      builder.insert(key, value)
    }
    stack.top = first
    stack.push(builder.map)
  }

  /// Takes the value on top apart into `count` values, the first on top.
  mutating func unpack(_ count: Int) throws(RenderFault) {
    let value = stack.pop()
    guard let found = try context.count(of: value) else {
      throw RenderFault(.wrongKind, value, "something to unpack")
    }
    guard found == count else { throw RenderFault(.unpacking, value, Value(count)) }
    for index in (0..<count).reversed() { stack.push(try context.element(index, of: value)) }
  }
}

extension Value {
  /// Whether the value can be a key of a map.
  var isUsableAsKey: Bool {
    switch kind {
    case .string, .int, .float, .bool, .none: true
    case .tuple: rawItems.allSatisfy(\.isUsableAsKey)
    default: false
    }
  }
}

/// Truth, equality and order of values, as Python has them.
extension RenderContext {
  /// Whether `value` counts as true: not zero, not empty, not `none`, not missing.
  package mutating func isTrue(_ value: Value) throws(RenderFault) -> Bool {
    switch value.kind {
    case .missing, .none: false
    case .bool, .int: value.payload != 0
    case .float: Double(bitPattern: value.payload) != 0
    case .string, .list, .tuple, .map, .range: value.count32 != 0
    case .entity: if let entity = value.entity { try host.isTrue(entity, &self) } else { false }
    default: true
    }
  }

  /// Whether `a == b`; values of different kinds are different, numbers compare by value.
  package mutating func areEqual(_ a: Value, _ b: Value) throws(RenderFault) -> Bool {
    if a.kind == .string, b.kind == .string {
      guard a.count32 == b.count32 else { return false }
      if a.count32 > 4096 { try charge(bytes: Int(a.count32)) }
      return a.rawText == b.rawText
    }
    return try areEqual(a, b, depth: 0)
  }

  /// Negative, zero or positive as `a` sorts before, with or after `b`; kinds that have no common
  /// order are a fault.
  package mutating func order(_ a: Value, _ b: Value) throws(RenderFault) -> Int {
    if a.kind == .string, b.kind == .string {
      try charge(bytes: Int(min(a.count32, b.count32)))
      return a.rawText.order(against: b.rawText)
    }
    return try order(a, b, depth: 0)
  }
}

// MARK: - Equality

extension RenderContext {
  private mutating func areEqual(
    _ a: Value, _ b: Value, depth: Int
  ) throws(RenderFault) -> Bool {
    switch (a.kind, b.kind) {
    case (.list, .list), (.tuple, .tuple):
      return try areEqual(a.rawItems, b.rawItems, depth: depth + 1)
    case (.map, .map): return try areEqual(a.rawEntries, b, depth: depth + 1)
    case (.range, .range): return a.isSameRange(as: b)
    case (.missing, _), (_, .missing): throw RenderFault(.undefinedValue, a.isMissing ? a : b)
    case (.namespace, .namespace), (.cycler, .cycler), (.joiner, .joiner), (.macro, .macro),
      (.module, .module), (.function, .function):
      return a.payload == b.payload && a.count32 == b.count32 && a.aux == b.aux
    default: return a.isSameKey(as: b)
    }
  }

  private mutating func areEqual(
    _ a: Items, _ b: Items, depth: Int
  ) throws(RenderFault) -> Bool {
    guard a.count == b.count else { return false }
    try check(depth: depth)
    try charge(elements: a.count)
    for index in a.indices {
      guard try areEqual(a[index], b[index], depth: depth) else { return false }
    }
    return true
  }

  private mutating func areEqual(
    _ a: Entries, _ b: Value, depth: Int
  ) throws(RenderFault) -> Bool {
    guard a.count == b.rawEntries.count else { return false }
    try check(depth: depth)
    try charge(elements: a.count)
    for entry in a {
      guard let other = b.entry(entry.key), try areEqual(entry.value, other, depth: depth) else {
        return false
      }
    }
    return true
  }
}

extension Value {
  /// Whether two ranges hold the same numbers.
  fileprivate func isSameRange(as other: Value) -> Bool {
    guard let a = range, let b = other.range, a.count == b.count else { return false }
    return a.count == 0 || (a.start == b.start && (a.count == 1 || a.step == b.step))
  }
}

// MARK: - Order

extension RenderContext {
  private mutating func order(
    _ a: Value, _ b: Value, depth: Int
  ) throws(RenderFault) -> Int {
    if let x = a.int, let y = b.int { return x < y ? -1 : x > y ? 1 : 0 }
    if let x = a.double, let y = b.double { return x < y ? -1 : x > y ? 1 : 0 }
    switch (a.kind, b.kind) {
    case (.string, .string): return a.rawText.order(against: b.rawText)
    case (.list, .list), (.tuple, .tuple):
      return try order(a.rawItems, b.rawItems, depth: depth + 1)
    case (.missing, _), (_, .missing): throw RenderFault(.undefinedValue, a.isMissing ? a : b)
    default: throw RenderFault(.notComparable, a, b)
    }
  }

  /// The order of the first elements that differ, then of the lengths.
  private mutating func order(
    _ a: Items, _ b: Items, depth: Int
  ) throws(RenderFault) -> Int {
    try check(depth: depth)
    for index in 0..<min(a.count, b.count) {
      try charge(elements: 1)
      if try areEqual(a[index], b[index], depth: depth) { continue }
      return try order(a[index], b[index], depth: depth)
    }
    return a.count - b.count
  }
}

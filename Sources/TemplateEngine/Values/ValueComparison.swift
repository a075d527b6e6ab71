/// Truth, equality and order of values, as Python has them.
extension RenderContext {
  /// Whether `value` counts as true: not zero, not empty, not `none`, not missing.
  package mutating func isTrue(_ value: Value) throws(RenderFault) -> Bool {
    switch value.kind {
    case .missing, .none: false
    case .bool, .int: value.payload != 0
    case .float: value.double != 0
    case .string, .list, .tuple, .map, .range: value.count32 != 0
    case .entity: if let entity = value.entity { try host.isTrue(entity, &self) } else { false }
    default: true
    }
  }

  /// Whether `a == b`; values of different kinds are different, numbers compare by value.
  package mutating func areEqual(_ a: Value, _ b: Value) throws(RenderFault) -> Bool {
    switch (a.kind, b.kind) {
    case (.string, .string): a.rawText == b.rawText
    case (.none, .none): true
    case (.entity, .entity): a.entity == b.entity
    default: a.isSameKey(as: b)
    }
  }

  /// Negative, zero or positive as `a` sorts before, with or after `b`; kinds that have no common
  /// order are a fault.
  package mutating func order(_ a: Value, _ b: Value) throws(RenderFault) -> Int {
    if let a = a.text, let b = b.text { return a.order(against: b) }
    guard let x = a.double, let y = b.double else { throw RenderFault(.notComparable, a, b) }
    return x < y ? -1 : x > y ? 1 : 0
  }
}

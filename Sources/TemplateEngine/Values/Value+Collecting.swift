/// A list that grows while a loop chooses its elements.
extension Arena {
  /// An empty list with room for `room` elements.
  mutating func emptyList(room: Int) throws(RenderFault) -> Value {
    Value(kind: .list, cells: try cells(max(room, 1)))
  }
}

extension Value {
  /// A list made by `emptyList` with one more element.
  ///
  /// A loop collects each of its elements at most once, so there is room for all of them.
  func appending(_ value: Value) -> Value {
    cells(Int(count32) + 1)[Int(count32)] = value
    return Value(kind: .list, count: count32 + 1, payload: payload)
  }
}

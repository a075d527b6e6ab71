/// A list that grows while a loop chooses its elements.
extension Arena {
  /// An empty list with room for `room` elements.
  mutating func emptyList(room: Int) throws(RenderFault) -> Value {
    let memory = try unsafe allocate(values: max(room, 1))
    return Value(kind: .list, payload: UInt64(UInt(bitPattern: memory)))
  }
}

extension Value {
  /// A list made by `emptyList` with one more element, for which there must be room.
  func appending(_ value: Value) -> Value {
    // A loop collects each of its elements once, and there is room for all of them.
    let start = unsafe UnsafeMutablePointer<Value>(bitPattern: UInt(payload)).unsafelyUnwrapped
    unsafe start[Int(count32)] = value
    return Value(kind: .list, count: count32 + 1, payload: payload)
  }
}

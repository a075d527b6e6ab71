/// Ranges: integers that are computed, never stored.
extension Value {
  /// The `count` integers from `start` on, each `step` after the one before.
  package init(
    rangeFrom start: Int, step: Int, count: Int, in arena: inout Arena
  ) throws(RenderFault) {
    let cell = try unsafe arena.allocate(bytes: 16).assumingMemoryBound(to: Int.self)
    // The piece holds two words.
    unsafe cell[0] = start
    unsafe cell[1] = step
    self.init(
      kind: .range, count: UInt32(clamping: count), payload: UInt64(UInt(bitPattern: cell)))
  }

  /// Where a range starts and how far its elements are apart, when it is one.
  package var range: (start: Int, step: Int, count: Int)? {
    guard kind == .range, let cell = unsafe UnsafePointer<Int>(bitPattern: UInt(payload)) else {
      return nil
    }
    // Written by the initializer above.
    return unsafe (cell[0], cell[1], Int(count32))
  }
}

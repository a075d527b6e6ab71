/// Ranges: integers that are computed, never stored.
extension Value {
  /// The `count` integers from `start` on, each `step` after the one before.
  package init(
    rangeFrom start: Int, step: Int, count: Int, in arena: inout Arena
  ) throws(RenderFault) {
    let cell = try arena.cells(2)
    cell[0] = Value(start)
    cell[1] = Value(step)
    self.init(kind: .range, cells: cell, count: count)
  }

  /// Where a range starts and how far its elements are apart, when it is one.
  package var range: (start: Int, step: Int, count: Int)? {
    guard kind == .range, let start = cells(2)[0].int, let step = cells(2)[1].int else {
      return nil
    }
    return (start, step, Int(count32))
  }
}

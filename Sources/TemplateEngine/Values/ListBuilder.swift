/// Fills the memory of a list (or tuple) that is made element by element.
///
/// Contract: `start` has room for `room` values in the arena; the first `count` are written.
@safe
package struct ListBuilder: ~Copyable {
  private let start: UnsafeMutablePointer<Value>
  private let room: Int
  /// The number of elements so far.
  package private(set) var count = 0

  /// Takes memory for at most `room` elements.
  package init(room: Int, in arena: inout Arena) throws(RenderFault) {
    unsafe start = try arena.allocate(values: max(room, 1))
    self.room = room
  }

  /// Adds an element; there must be room for it.
  @inline(__always)
  package mutating func append(_ value: Value) {
    precondition(count < room)
    // In bounds by the line above.
    unsafe start[count] = value
    count += 1
  }

  /// An element that was added.
  @inline(__always)
  package subscript(index: Int) -> Value {
    get {
      precondition(index >= 0 && index < count)
      // In bounds and written by the line above.
      return unsafe start[index]
    }
    set {
      precondition(index >= 0 && index < count)
      // In bounds by the line above.
      unsafe start[index] = newValue
    }
  }

  /// The elements so far; do not change them once the list has been given away.
  package var items: Items { Items(address: unsafe UInt(bitPattern: start), count: count) }

  /// The list of the elements so far.
  package var list: Value { Value(sharing: items) }

  /// The elements so far as the arguments of a call.
  @inline(__always)
  var arguments: Arguments {
    // The elements live as long as the render, so longer than a call.
    unsafe Arguments(start: start, count: count)
  }

  /// The tuple of the elements so far.
  package var tuple: Value { Value(sharing: items, as: .tuple) }
}

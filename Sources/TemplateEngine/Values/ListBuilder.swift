/// Fills the memory of a list (or tuple) that is made element by element.
package struct ListBuilder: ~Copyable {
  private let cells: Cells<Value>
  /// The number of elements so far.
  package private(set) var count = 0

  /// Takes memory for at most `room` elements.
  package init(room: Int, in arena: inout Arena) throws(RenderFault) {
    cells = try arena.cells(max(room, 1))
  }

  /// Adds an element; there must be room for it.
  @inline(__always)
  package mutating func append(_ value: Value) {
    cells[count] = value
    count += 1
  }

  /// An element that was added.
  @inline(__always)
  package subscript(index: Int) -> Value {
    get {
      precondition(index < count)
      return cells[index]
    }
    set {
      precondition(index < count)
      cells[index] = newValue
    }
  }

  /// The elements so far; do not change them once the list has been given away.
  package var items: Items { cells.items(count) }

  /// The list of the elements so far.
  package var list: Value { Value(sharing: items) }

  /// The elements so far as the arguments of a call.
  @inline(__always)
  var arguments: Arguments { Arguments(items) }

  /// The tuple of the elements so far.
  package var tuple: Value { Value(sharing: items, as: .tuple) }
}

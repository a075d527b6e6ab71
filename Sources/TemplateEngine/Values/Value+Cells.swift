/// The three values that a template can see change: namespaces, cyclers and joiners.
///
/// Each points at a cell of two values in the arena of the render (`Value`, contract 2):
/// - a namespace at its map,
/// - a cycler at its tuple of values and the position of the next one,
/// - a joiner at its separator and whether it was asked before.
extension Value {
  /// A namespace with a copy of `entries`.
  package init(
    namespace entries: some Collection<(key: Value, value: Value)>, in arena: inout Arena
  ) throws(RenderFault) {
    var builder = try MapBuilder(room: max(entries.count, 1), in: &arena)
    for entry in entries { builder.insert(entry.key, entry.value) }
    self = try Value(cell: .namespace, builder.map, .missing, in: &arena)
  }

  /// A cycler over `values`, which has at least one element.
  package init(cycling values: Value, in arena: inout Arena) throws(RenderFault) {
    self = try Value(cell: .cycler, values, Value(0), in: &arena)
  }

  /// A joiner that answers nothing the first time and `separator` ever after.
  package init(joining separator: Value, in arena: inout Arena) throws(RenderFault) {
    self = try Value(cell: .joiner, separator, .false, in: &arena)
  }

  private init(
    cell kind: Kind, _ first: Value, _ second: Value, in arena: inout Arena
  ) throws(RenderFault) {
    let cell = try arena.cells(2)
    cell[0] = first
    cell[1] = second
    self.init(kind: kind, cells: cell)
  }

  private var cell: (Value, Value) {
    get {
      // Only values made by the initializer above have these kinds.
      let cell = cells(2)
      return (cell[0], cell[1])
    }
    nonmutating set {
      let cell = cells(2)
      cell[0] = newValue.0
      cell[1] = newValue.1
    }
  }
}

// MARK: - Namespaces

extension Value {
  /// The map of a namespace's entries as they are now; do not keep it.
  package var namespaceMap: Value { cell.0 }

  /// The value of a namespace's entry `key` as it is now; nothing when it has none.
  package func namespaceEntry(_ key: Value) -> Value? { namespaceMap.entry(key) }

  /// Gives the entry `key` of a namespace a value, as `set ns.key = value` does.
  package func setNamespaceEntry(
    _ key: Value, to value: Value, in arena: inout Arena
  ) throws(RenderFault) {
    let (map, _) = cell
    if let index = map.index(ofKey: key.asKey) {
      map.replaceEntry(index, with: value)
      return
    }
    var builder = try MapBuilder(room: map.rawEntries.count + 1, in: &arena)
    for entry in map.rawEntries { builder.insert(entry.key, entry.value) }
    builder.insert(key, value)
    cell.0 = builder.map
  }

  private func replaceEntry(_ index: Int, with value: Value) {
    // The memory of a namespace's map belongs to it alone.
    cells(2 * rawEntries.count)[2 * index + 1] = value
  }
}

// MARK: - Cyclers and joiners

extension Value {
  /// The value that a cycler's `next()` will answer.
  package var cyclerCurrent: Value {
    let (values, position) = cell
    return values.rawItems[position.int ?? 0]
  }

  /// A cycler's current value; moves on to the next one.
  package func advanceCycler() -> Value {
    let (values, position) = cell
    let index = position.int ?? 0
    cell.1 = Value((index + 1) % values.rawItems.count)
    return values.rawItems[index]
  }

  /// Makes a cycler begin again.
  package func resetCycler() {
    cell.1 = Value(0)
  }

  /// What calling a joiner answers: nothing the first time, then its separator.
  package func joinerText() -> Value {
    let (separator, isUsed) = cell
    cell.1 = .true
    return isUsed.bool == true ? separator : .emptyString
  }
}

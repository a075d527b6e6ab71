/// Fills the memory of a map: `count` pairs of values (key, value) in order of insertion.
///
/// In front of the pairs of a map with many entries, when its `aux` is not zero, stand `1 << aux`
/// 32-bit numbers: an open-addressing table from a key's hash to its entry's number plus one.
struct MapBuilder: ~Copyable {
  private let pairs: Cells<Value>
  private let table: IndexTable
  private let bits: UInt16
  private var count = 0

  /// The number of entries from which on a map gets an index; below it a scan is faster.
  private static let indexedFrom = 13

  /// Takes room for `room` entries.
  init(room: Int, in arena: inout Arena) throws(RenderFault) {
    let bits = room < Self.indexedFrom ? 0 : Int.bitWidth - (room * 2 - 1).leadingZeroBitCount
    (table, pairs) = try arena.indexedCells(bits == 0 ? 0 : 1 << bits, values: room * 2)
    self.bits = UInt16(bits)
  }

  /// Adds an entry, or gives an equal key its new value.
  mutating func insert(_ key: Value, _ value: Value) {
    let key = key.asKey
    if let found = map.index(ofKey: key) {
      pairs[2 * found + 1] = value
      return
    }
    pairs[2 * count] = key
    pairs[2 * count + 1] = value
    count += 1
    guard bits > 0 else { return }
    let mask = UInt32(1) << UInt32(bits) - 1
    var slot = key.keyHash & mask
    // The table has more slots than entries, so an empty one is found.
    while table[Int(slot)] != 0 { slot = (slot + 1) & mask }
    table[Int(slot)] = UInt32(count)
  }

  /// Adds a key unless there is one like it; tells whether it was new.
  mutating func insertNew(_ key: Value) -> Bool {
    let before = count
    insert(key, .none)
    return count > before
  }

  /// The map with what was inserted so far.
  var map: Value {
    Value(kind: .map, aux: bits, count: UInt32(count), payload: UInt64(pairs.address))
  }
}

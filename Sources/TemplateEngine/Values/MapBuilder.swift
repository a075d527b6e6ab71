/// Fills the memory of a map: `count` pairs of values (key, value) in order of insertion.
///
/// In front of the pairs of a map with many entries, when its `aux` is not zero, stand `1 << aux`
/// 32-bit numbers: an open-addressing table from a key's hash to its entry's number plus one.
@safe
struct MapBuilder: ~Copyable {
  private let start: UnsafeMutablePointer<Value>
  private let room: Int
  private let bits: UInt16
  private var count = 0

  /// The number of entries from which on a map gets an index; below it a scan is faster.
  private static let indexedFrom = 13

  /// Takes room for `room` entries.
  init(room: Int, in arena: inout Arena) throws(RenderFault) {
    let bits = room < Self.indexedFrom ? 0 : Int.bitWidth - (room * 2 - 1).leadingZeroBitCount
    let slots = bits == 0 ? 0 : 1 << bits
    let memory = try unsafe arena.allocate(
      bytes: 4 * slots + room * 2 * MemoryLayout<Value>.stride)
    // The piece holds the table (a multiple of 16 bytes) and, behind it, `room` pairs.
    unsafe memory.assumingMemoryBound(to: UInt32.self).update(repeating: 0, count: slots)
    unsafe start = (memory + 4 * slots).assumingMemoryBound(to: Value.self)
    self.bits = UInt16(bits)
    self.room = room
  }

  /// Adds an entry, or gives an equal key its new value.
  mutating func insert(_ key: Value, _ value: Value) {
    let key = key.asKey
    if let found = map.index(ofKey: key) {
      // `found` is the number of an entry that was inserted before.
      unsafe start[2 * found + 1] = value
      return
    }
    precondition(count < room)
    // In bounds by the line above.
    unsafe start[2 * count] = key
    unsafe start[2 * count + 1] = value
    count += 1
    guard bits > 0 else { return }
    let mask = UInt32(1) << UInt32(bits) - 1
    // The table has more slots than entries, so an empty one is found.
    let table =
      unsafe UnsafeMutableRawPointer(start)
      .assumingMemoryBound(to: UInt32.self) - (1 << Int(bits))
    var slot = key.keyHash & mask
    while unsafe table[Int(slot)] != 0 { slot = (slot + 1) & mask }
    unsafe table[Int(slot)] = UInt32(count)
  }

  /// Adds a key unless there is one like it; tells whether it was new.
  mutating func insertNew(_ key: Value) -> Bool {
    let before = count
    insert(key, .none)
    return count > before
  }

  /// The map with what was inserted so far.
  var map: Value {
    unsafe Value(
      kind: .map, aux: bits, count: UInt32(count), payload: UInt64(UInt(bitPattern: start)))
  }
}

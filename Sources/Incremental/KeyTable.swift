/// Distinct keys, numbered from zero in the order in which they were first asked for.
package struct KeyTable: Sendable {
  private var keys: [ReadKey] = []
  /// Numbers plus one by hash, zero is free.
  ///
  /// The count is a power of two.
  private var slots = [UInt32](repeating: 0, count: 256)

  package init() {}

  package var count: Int { keys.count }

  package subscript(number: UInt32) -> ReadKey { keys[Int(number)] }

  /// The number of a key, the next one when it is new.
  package mutating func number(of key: ReadKey) -> UInt32 {
    let slot = slot(of: key)
    if slots[slot] != 0 { return slots[slot] - 1 }
    keys.append(key)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return UInt32(keys.count - 1)
  }

  /// Where the number of a key stands, or would.
  private func slot(of key: ReadKey) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.mixed) & mask
    while slots[slot] != 0, keys[Int(slots[slot] - 1)] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, key) in keys.enumerated() { slots[slot(of: key)] = UInt32(number + 1) }
  }
}

/// The questions of one render, each once, in the order in which they were first asked.
///
/// It is written millions of times in a build, so repeated questions cost one probe of an
/// open-addressing table and no memory; `removeAll` keeps the memory for the next render.
package struct ReadLog: Sendable {
  package private(set) var keys: [ReadKey] = []
  /// Indexes into `keys` plus one, by hash; zero is free.
  ///
  /// The count is a power of two.
  private var slots: [UInt32]

  package init() {
    slots = Array(repeating: 0, count: 64)
  }

  /// Notes that `key` was asked.
  package mutating func note(_ key: ReadKey) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.mixed) & mask
    while slots[slot] != 0 {
      if keys[Int(slots[slot]) - 1] == key { return }
      slot = (slot + 1) & mask
    }
    keys.append(key)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
  }

  /// Forgets everything; the memory is kept.
  package mutating func removeAll() {
    guard !keys.isEmpty else { return }
    keys.removeAll(keepingCapacity: true)
    for index in slots.indices { slots[index] = 0 }
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = Array(repeating: 0, count: mask + 1)
    for (index, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key.mixed) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }
}

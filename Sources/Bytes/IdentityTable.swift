/// Numbers by 64-bit identities: an open-addressing table in two flat arrays.
///
/// It serves tables of a million entries that are made anew in every build, where a `Dictionary`
/// would cost a hash of its own for what is a hash already. Contract: identities are spread evenly,
/// as XXH3 spreads them, so at most four fifths of the slots are taken; entries are never removed.
package struct IdentityTable: Sendable {
  private var identities: [UInt64]
  /// `free` marks a slot without an entry.
  private var numbers: [UInt32]
  package private(set) var count = 0

  private static let free = UInt32.max

  /// An empty table with room for `capacity` entries.
  package init(capacity: Int = 0) {
    var size = 16
    while size * 4 < capacity * 5 { size *= 2 }
    identities = Array(repeating: 0, count: size)
    numbers = Array(repeating: Self.free, count: size)
  }

  /// The number of `identity`; nothing when there is none.
  package subscript(identity: UInt64) -> UInt32? {
    let mask = numbers.count - 1
    var slot = Int(truncatingIfNeeded: identity) & mask
    while numbers[slot] != Self.free {
      if identities[slot] == identity { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Gives `identity` a number, which is below `UInt32.max`; answers the number that it had before,
  /// and then keeps that.
  @discardableResult
  package mutating func insert(_ identity: UInt64, _ number: UInt32) -> UInt32? {
    let mask = numbers.count - 1
    var slot = Int(truncatingIfNeeded: identity) & mask
    while numbers[slot] != Self.free {
      if identities[slot] == identity { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    identities[slot] = identity
    numbers[slot] = number
    count += 1
    if count * 5 > numbers.count * 4 { grow() }
    return nil
  }

  private mutating func grow() {
    let (oldIdentities, oldNumbers) = (identities, numbers)
    let size = numbers.count * 2
    identities = Array(repeating: 0, count: size)
    numbers = Array(repeating: Self.free, count: size)
    for index in oldNumbers.indices where oldNumbers[index] != Self.free {
      var slot = Int(truncatingIfNeeded: oldIdentities[index]) & (size - 1)
      while numbers[slot] != Self.free { slot = (slot + 1) & (size - 1) }
      identities[slot] = oldIdentities[index]
      numbers[slot] = oldNumbers[index]
    }
  }
}

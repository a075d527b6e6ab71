/// Finds the place of a 64-bit identity in an array: open addressing, four bytes a slot.
///
/// Identities are hashes already, so their own bits choose the slot. Of equal ones the first is
/// found.
package struct IdentityIndex: Sendable {
  /// The identities in their order.
  package private(set) var identities: [UInt64] = []
  /// Places plus one; zero is free.
  ///
  /// The count is a power of two, at least twice that of places.
  private var slots: [UInt32] = [0, 0]

  package init() {}

  /// An index of `identities`, whose places are their numbers in the array.
  package init(_ identities: [UInt64]) {
    self.identities = identities
    fillSlots()
  }

  /// The number of identities.
  package var count: Int { identities.count }

  /// The place of `identity`; nothing when it is not there.
  package func place(of identity: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: identity ^ identity >> 32) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if identities[place] == identity { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds `identity` at the end and answers whether it was not there before.
  package mutating func append(_ identity: UInt64) -> Bool {
    if place(of: identity) != nil { return false }
    identities.append(identity)
    if identities.count * 2 > slots.count { fillSlots() } else { enter(identities.count - 1) }
    return true
  }

  private mutating func fillSlots() {
    var size = 2
    while size < identities.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for place in identities.indices { enter(place) }
  }

  private mutating func enter(_ place: Int) {
    let mask = slots.count - 1
    let identity = identities[place]
    var slot = Int(truncatingIfNeeded: identity ^ identity >> 32) & mask
    while slots[slot] != 0 {
      if identities[Int(slots[slot]) - 1] == identity { return }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(place + 1)
  }
}

/// Values by 64-bit identities: an `IdentityIndex` with a value at each place.
package struct IdentityValues: Sendable {
  private var index = IdentityIndex()
  private var values: [UInt64] = []

  package init() {}

  /// The number of identities that have a value.
  package var count: Int { values.count }

  /// The value of an identity; 0 where it has none.
  package subscript(identity: UInt64) -> UInt64 {
    get { index.place(of: identity).map { values[$0] } ?? 0 }
    set {
      if let place = index.place(of: identity) {
        values[place] = newValue
      } else if index.append(identity) {
        values.append(newValue)
      }
    }
  }
}

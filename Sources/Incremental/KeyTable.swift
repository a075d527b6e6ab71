package import Bytes

/// The keys of a journal with the fingerprints of their answers, read in place.
package struct KeyRecords: Sendable {
  private let bytes: ByteView
  package let count: Int

  /// Bytes a key: subject 8, parameters 4 and 4, question 8, fingerprint 8.
  package static let size = 32

  package init(_ bytes: ByteView) {
    self.bytes = bytes
    count = bytes.count / Self.size
  }

  /// No keys.
  package static let none = KeyRecords(.empty)

  package subscript(number: Int) -> ReadKey {
    let start = number * Self.size
    return ReadKey(
      UInt8(truncatingIfNeeded: bytes.int64(at: start + 16)),
      subject: UInt64(bitPattern: bytes.int64(at: start)), first: bytes.uint32(at: start + 8),
      second: bytes.uint32(at: start + 12))
  }

  /// What was answered when the journal was written.
  package func fingerprint(_ number: Int) -> UInt64 {
    UInt64(bitPattern: bytes.int64(at: number * Self.size + 24))
  }
}

/// The distinct keys of a build, numbered: those of the journal first, then new ones.
///
/// Numbers of the journal stay what they are, so results that are kept keep their lists of numbers.
package struct KeyTable: Sendable {
  private let known: KeyRecords
  /// New keys in pieces, all but the last one full: one array would be copied whenever it grows.
  private var added: [[ReadKey]] = []
  package private(set) var count: Int
  /// Numbers plus one by hash, zero is free; empty until a key is looked for.
  private var slots: [UInt32] = []
  private var hashed = 0

  package init(_ known: KeyRecords = .none) {
    self.known = known
    count = known.count
  }

  private static let pieceSize = 1 << 14

  package subscript(number: Int) -> ReadKey {
    guard number >= known.count else { return known[number] }
    let place = number - known.count
    return added[place / Self.pieceSize][place % Self.pieceSize]
  }

  /// The number of `key`, a new one when it was never asked before.
  package mutating func number(of key: ReadKey) -> UInt32 {
    if slots.isEmpty { hashKnown() }
    if hashed * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.mixed) & mask
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if self[Int(number)] == key { return number }
      slot = (slot + 1) & mask
    }
    append(key)
    slots[slot] = UInt32(count)
    hashed += 1
    return UInt32(count - 1)
  }

  /// The number of a key that nobody has asked this table for and nobody will look for again.
  ///
  /// Without a journal such a key is new, and nothing need be searched.
  package mutating func number(ofUnseen key: ReadKey) -> UInt32 {
    guard known.count == 0 else { return number(of: key) }
    append(key)
    return UInt32(count - 1)
  }

  private mutating func append(_ key: ReadKey) {
    if (count - known.count) % Self.pieceSize == 0 {
      added.append([])
      added[added.count - 1].reserveCapacity(Self.pieceSize)
    }
    added[added.count - 1].append(key)
    count += 1
  }

  private mutating func hashKnown() {
    var size = 1 << 10
    while size < known.count * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for number in 0..<known.count { hash(UInt32(number)) }
    hashed = known.count
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 { hash(entry - 1) }
  }

  private mutating func hash(_ number: UInt32) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: self[Int(number)].mixed) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = number + 1
  }
}

extension ByteBuffer {
  /// Appends a key and the fingerprint of its answer in `KeyRecords.size` bytes.
  package mutating func append(_ key: ReadKey, fingerprint: UInt64) {
    append(littleEndian: Int64(bitPattern: key.subject))
    append(littleEndian: key.first)
    append(littleEndian: key.second)
    append(littleEndian: Int64(key.question))
    append(littleEndian: Int64(bitPattern: fingerprint))
  }
}

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

  /// The subject of a key alone.
  package func subject(_ number: Int) -> UInt64 {
    UInt64(bitPattern: bytes.int64(at: number * Self.size))
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
  /// Numbers plus one by hash, zero is free.
  ///
  /// All added keys are there, and those of the journal that were looked for.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  private var hashed = 0
  /// Whether all keys of the journal are among `slots`.
  private var knowsAll: Bool
  /// How often the journal was searched for a few keys.
  private var searches = 0

  package init(_ known: KeyRecords = .none) {
    self.known = known
    count = known.count
    knowsAll = known.count == 0
  }

  private static let pieceSize = 1 << 14

  package subscript(number: Int) -> ReadKey {
    guard number >= known.count else { return known[number] }
    let place = number - known.count
    return added[place / Self.pieceSize][place % Self.pieceSize]
  }

  /// The numbers of `keys`, new ones for those that were never asked before.
  ///
  /// For a few keys the journal is searched once, for many all of it is hashed.
  package mutating func numbers(of keys: [ReadKey]) -> [UInt32] {
    if !knowsAll {
      if searches < 4, keys.count < known.count / 16 { search(for: keys) } else { hashKnown() }
    }
    return keys.map { number(of: $0) }
  }

  /// Adds the keys of the journal that are among `wanted` to `slots`.
  private mutating func search(for wanted: [ReadKey]) {
    searches += 1
    let wanted = Set(wanted.filter { find($0) == nil })
    guard !wanted.isEmpty else { return }
    // Subjects are hashes, so a few of their bits tell most keys apart.
    var isWanted = Array(repeating: false, count: 1 << 16)
    for key in wanted { isWanted[Int(key.subject & 0xFFFF)] = true }
    for number in 0..<known.count where isWanted[Int(known.subject(number) & 0xFFFF)] {
      if wanted.contains(known[number]) { add(UInt32(number)) }
    }
  }

  private func find(_ key: ReadKey) -> UInt32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.mixed) & mask
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if self[Int(number)] == key { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The number of a key that is among `slots` or new.
  private mutating func number(of key: ReadKey) -> UInt32 {
    if let number = find(key) { return number }
    append(key)
    add(UInt32(count - 1))
    return UInt32(count - 1)
  }

  /// The numbers of keys that nobody has asked this table for and nobody will look for again.
  ///
  /// Without a journal such keys are new, and nothing need be searched.
  package mutating func numbers(ofUnseen keys: [ReadKey]) -> [UInt32] {
    guard known.count == 0 else { return numbers(of: keys) }
    return keys.map { key in
      append(key)
      return UInt32(count - 1)
    }
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
    while size < count * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for number in 0..<count { enter(UInt32(number)) }
    hashed = count
    knowsAll = true
  }

  /// Adds a number to `slots`.
  private mutating func add(_ number: UInt32) {
    hashed += 1
    if hashed * 2 > slots.count {
      let old = slots
      slots = Array(repeating: 0, count: old.count * 2)
      for entry in old where entry != 0 { enter(entry - 1) }
    }
    enter(number)
  }

  private mutating func enter(_ number: UInt32) {
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

/// Looking up entries of maps.
extension Value {
  /// The value of the entry `key`, when this is a map that has it.
  package func entry(_ key: Value) -> Value? {
    guard kind == .map, let index = index(ofKey: key.asKey) else { return nil }
    return rawEntries[index].value
  }

  /// The same value as a key: strings carry 16 bits of their hash in `aux`, and numbers that are
  /// equal in Python (`1`, `1.0`, `true`) have one form.
  var asKey: Value {
    switch kind {
    case .string:
      return Value(
        kind: .string, flags: flags, aux: UInt16(truncatingIfNeeded: rawText.hash),
        count: count32, payload: payload)
    default: return self
    }
  }

  /// The number of the entry of this map with `key`, which was made by `asKey`.
  func index(ofKey key: Value) -> Int? {
    let entries = rawEntries
    if key.kind == .string, aux == 0 {
      let head = key.keyHead
      for index in 0..<entries.count {
        let candidate = entries.key(at: index)
        if candidate.keyHead == head, candidate.rawText == key.rawText { return index }
      }
      return nil
    }
    if aux == 0 { return (0..<entries.count).first { entries[$0].key.isSameKey(as: key) } }
    return indexedPosition(ofKey: key, in: entries)
  }

  private func indexedPosition(ofKey key: Value, in entries: Entries) -> Int? {
    let mask = UInt32(1) << UInt32(aux) - 1
    // `MapBuilder` put a table of `1 << aux` numbers in front of the entries.
    let table = IndexTable(
      address: entries.address - UInt(4 << Int(aux)), count: 1 << Int(aux))
    var slot = key.keyHash & mask
    while true {
      // `slot` is masked, and the table has an empty slot at which the search ends.
      let entry = table[Int(slot)]
      if entry == 0 { return nil }
      // The table is filled as entries are added, so it never names one beyond the count.
      if entries[Int(entry) - 1].key.isSameKey(as: key) { return Int(entry) - 1 }
      slot = (slot + 1) & mask
    }
  }

  /// Kind, hash and length of a string key in one word.
  @inline(__always)
  private var keyHead: UInt64 {
    UInt64(kind.rawValue) << 48 | UInt64(aux) << 32 | UInt64(count32)
  }

  /// Whether two keys are equal as Python's are: text by bytes, numbers by value.
  ///
  /// Tuples that are nested deeper than `depth` are different, so that the stack stays small.
  func isSameKey(as other: Value, depth: Int = 32) -> Bool {
    switch (kind, other.kind) {
    case (.string, .string):
      return keyHead == other.keyHead && rawText == other.rawText
    case (.tuple, .tuple):
      guard count32 == other.count32, depth > 0 else { return false }
      return zip(rawItems, other.rawItems).allSatisfy {
        $0.asKey.isSameKey(as: $1.asKey, depth: depth - 1)
      }
    case (.none, .none): return true
    case (.entity, .entity): return entity == other.entity
    default:
      guard let a = double, let b = other.double else { return false }
      if let a = int, let b = other.int { return a == b }
      return a == b
    }
  }

  /// Whether the value can be a key: what never changes, and tuples of such values.
  var canBeKey: Bool {
    kind == .tuple ? rawItems.allSatisfy { $0.isPlain || $0.kind == .tuple } : isPlain
  }

  private var isPlain: Bool {
    switch kind {
    case .none, .bool, .int, .float, .string, .entity: true
    default: false
    }
  }

  /// A hash that equal keys share.
  var keyHash: UInt32 {
    switch kind {
    case .string: return rawText.hash
    case .tuple:
      return rawItems.reduce(7) { ($0 &* 31) ^ ($1.kind == .tuple ? $1.count32 : $1.keyHash) }
    case .entity: return UInt32(aux) &* 0x9E37_79B1 ^ count32
    default:
      guard let number = double else { return 0 }
      let bits = (number == 0 ? 0 : number).bitPattern
      return UInt32(truncatingIfNeeded: (bits ^ bits >> 32) &* 0x9E37_79B1)
    }
  }
}

extension Text {
  /// A hash of the bytes, the same in every process.
  var hash: UInt32 {
    var hash: UInt32 = 2_166_136_261
    for index in 0..<count { hash = (hash ^ UInt32(self[index])) &* 16_777_619 }
    return hash ^ hash >> 15
  }
}

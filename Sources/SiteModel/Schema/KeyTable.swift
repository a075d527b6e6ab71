/// Finds the case of an enumeration that a key names.
///
/// Keys of up to sixteen bytes are compared as two numbers: this runs once for every key of every
/// story, where a `switch` over strings costs more than reading the YAML.
struct KeyTable<Name: RawRepresentable & CaseIterable & Sendable>: Sendable
where Name.RawValue == String {
  private struct Row: Sendable {
    var low: UInt64
    var high: UInt64
    var count: Int
    var name: Name
  }

  private let rows: [Row]

  init(_ type: Name.Type) {
    rows = Name.allCases.map { name in
      let (low, high) = Self.packed(name.rawValue.utf8.span)
      return Row(low: low, high: high, count: name.rawValue.utf8.count, name: name)
    }
  }

  /// The case that `key` names, if there is one.
  func name(of key: Span<UInt8>) -> Name? {
    let (low, high) = Self.packed(key)
    for row in rows where row.low == low && row.high == high && row.count == key.count {
      if row.count <= 16 || Self.areEqual(row.name.rawValue.utf8.span, key) { return row.name }
    }
    return nil
  }

  /// Every key, in the order of the enumeration.
  var keys: [String] { rows.map(\.name.rawValue) }

  /// The first sixteen bytes, zeros after the last.
  private static func packed(_ key: Span<UInt8>) -> (low: UInt64, high: UInt64) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in 0..<min(key.count, 8) { low |= UInt64(key[index]) << (index * 8) }
    if key.count > 8 {
      for index in 8..<min(key.count, 16) { high |= UInt64(key[index]) << ((index - 8) * 8) }
    }
    return (low, high)
  }

  private static func areEqual(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in 0..<a.count where a[index] != b[index] { return false }
    return true
  }
}

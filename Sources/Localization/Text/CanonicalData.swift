/// Canonical decompositions and compositions, unpacked from the table (UAX #15).
///
/// Contract: `keys` and `pairs` ascend strictly, so both are searched by halves.
struct CanonicalData: Sendable {
  private var keys: [UInt32] = []
  /// The full decomposition of `keys[i]` is `parts[starts[i] ..< starts[i + 1]]`.
  private var starts: [Int] = [0]
  private var parts: [Unicode.Scalar] = []
  private var isExcluded: [Bool] = []
  /// First scalar in the upper half, second in the lower one.
  private var pairs: [UInt64] = []
  private var composites: [Unicode.Scalar] = []
  /// Scalars that may follow another and become one with it.
  private var seconds: Set<UInt32> = []

  static let shared = CanonicalData()

  private init() {
    for row in NormalizationTable.rows.split(separator: "\n") {
      let isExcluded = row.contains("!")
      let scalars = row.split { "=! ".contains($0) }
        .compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
      guard let key = scalars.first else { continue }
      keys.append(key.value)
      parts.append(contentsOf: scalars.dropFirst())
      starts.append(parts.count)
      self.isExcluded.append(isExcluded)
    }
    makePairs()
  }

  /// A composite is what its shorter composite and its last scalar make.
  private mutating func makePairs() {
    var byParts: [[Unicode.Scalar]: Unicode.Scalar] = [:]
    for (index, key) in keys.enumerated() where !isExcluded[index] {
      byParts[Array(parts[starts[index]..<starts[index + 1]])] = Unicode.Scalar(key)
    }
    let entries = byParts.compactMap { parts, whole -> (UInt64, Unicode.Scalar)? in
      guard let last = parts.last else { return nil }
      let before = Array(parts.dropLast())
      guard let first = before.count == 1 ? before[0] : byParts[before] else { return nil }
      return (Self.pair(first, last), whole)
    }.sorted { $0.0 < $1.0 }
    pairs = entries.map(\.0)
    composites = entries.map(\.1)
    seconds = Set(pairs.map { UInt32(truncatingIfNeeded: $0) })
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }
}

// MARK: - Questions

extension CanonicalData {
  /// Whether a text with this scalar may not be in NFC.
  func needsCare(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return false }
    if Hangul.isVowelOrTail(scalar) || seconds.contains(scalar.value) { return true }
    if scalar.properties.canonicalCombiningClass != .notReordered { return true }
    guard let index = place(of: scalar.value, in: keys) else { return false }
    return isExcluded[index]
  }

  /// The full canonical decomposition, or nothing when the scalar stands for itself.
  func decomposition(of scalar: Unicode.Scalar) -> ArraySlice<Unicode.Scalar>? {
    guard let index = place(of: scalar.value, in: keys) else { return nil }
    return parts[starts[index]..<starts[index + 1]]
  }

  /// The scalar that two become, or nothing.
  func composition(of first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    guard let index = place(of: Self.pair(first, second), in: pairs) else { return nil }
    return composites[index]
  }

  private func place<Key: Comparable>(of key: Key, in keys: [Key]) -> Int? {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? low : nil
  }
}

/// Korean syllables are composed by arithmetic (The Unicode Standard, section 3.12).
enum Hangul {
  private static let syllables: UInt32 = 0xAC00
  private static let leads: UInt32 = 0x1100
  private static let vowels: UInt32 = 0x1161
  private static let tails: UInt32 = 0x11A7

  static func isVowelOrTail(_ scalar: Unicode.Scalar) -> Bool {
    (0x1161...0x1175).contains(scalar.value) || (0x11A8...0x11C2).contains(scalar.value)
  }

  static func decomposition(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
    let index = scalar.value - syllables
    var values = [leads + index / 588, vowels + index % 588 / 28]
    if !index.isMultiple(of: 28) { values.append(tails + index % 28) }
    return values.compactMap(Unicode.Scalar.init)
  }

  static func composition(of first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    if (0x1100...0x1112).contains(first.value), (0x1161...0x1175).contains(second.value) {
      return Unicode.Scalar(
        syllables + (first.value - leads) * 588 + (second.value - vowels) * 28)
    }
    let isOpen =
      (0xAC00...0xD7A3).contains(first.value)
      && (first.value - syllables).isMultiple(of: 28)
    guard isOpen, (0x11A8...0x11C2).contains(second.value) else { return nil }
    return Unicode.Scalar(first.value + second.value - tails)
  }
}

/// Canonical decompositions and compositions, unpacked from the table (UAX #15).
///
/// Contract: `keys` and `pairs` ascend strictly, so both are searched by halves.
struct CanonicalData: Sendable {
  private var keys: [UInt32] = []
  /// `keys[i]` is `parts[starts[i] ..< starts[i + 1]]`; the first part may be taken apart again.
  private var starts: [Int] = [0]
  private var parts: [Unicode.Scalar] = []
  /// Whether `keys[i]` never comes out of a composition.
  private var isExcluded: [Bool] = []
  /// First scalar in the upper half, second in the lower one.
  private var pairs: [UInt64] = []
  private var composites: [Unicode.Scalar] = []
  /// Scalars that may follow another and become one with it.
  private var seconds: Set<UInt32> = []

  static let shared = CanonicalData()

  /// Reads rows of hexadecimal numbers: `c5=41 30a`, `212b!41 30a`.
  private init() {
    var number: UInt32 = 0
    for byte in NormalizationTable.rows.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt32(byte & 0xF)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt32(byte & 0xF) + 9
      default:
        add(number, before: byte)
        number = 0
      }
    }
    makePairs()
  }

  private mutating func add(_ number: UInt32, before sign: UInt8) {
    switch sign {
    case UInt8(ascii: "="), UInt8(ascii: "!"):
      keys.append(number)
      isExcluded.append(sign == UInt8(ascii: "!"))
    default:
      guard let scalar = Unicode.Scalar(number), number > 0 else { return }
      parts.append(scalar)
      if sign == UInt8(ascii: "\n") { starts.append(parts.count) }
    }
  }

  private mutating func makePairs() {
    var entries: [(pair: UInt64, whole: UInt32)] = []
    for (index, key) in keys.enumerated() where !isExcluded[index] {
      let start = starts[index]
      entries.append((Self.pair(parts[start], parts[start + 1]), key))
    }
    entries.sort { $0.pair < $1.pair }
    pairs = entries.map(\.pair)
    composites = entries.compactMap { Unicode.Scalar($0.whole) }
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
    if scalar.value < 0x300 || (0x621...0x64A).contains(scalar.value) { return false }
    if Hangul.isVowelOrTail(scalar) || seconds.contains(scalar.value) { return true }
    if scalar.properties.canonicalCombiningClass != .notReordered { return true }
    guard let index = place(of: scalar.value, in: keys) else { return false }
    return isExcluded[index]
  }

  /// Appends the full canonical decomposition, which may be the scalar itself.
  func append(decompositionOf scalar: Unicode.Scalar, to result: inout [Unicode.Scalar]) {
    guard let index = place(of: scalar.value, in: keys) else {
      return Hangul.append(decompositionOf: scalar, to: &result)
    }
    append(decompositionOf: parts[starts[index]], to: &result)
    result.append(contentsOf: parts[starts[index] + 1..<starts[index + 1]])
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

  /// Whether this part may follow another and become one with it.
  static func isVowelOrTail(_ scalar: Unicode.Scalar) -> Bool {
    (0x1161...0x1175).contains(scalar.value) || (0x11A8...0x11C2).contains(scalar.value)
  }

  /// Appends the parts of a syllable, or the scalar itself when it is none.
  static func append(decompositionOf scalar: Unicode.Scalar, to result: inout [Unicode.Scalar]) {
    guard (0xAC00...0xD7A3).contains(scalar.value) else { return result.append(scalar) }
    let index = scalar.value - syllables
    var values = [leads + index / 588, vowels + index % 588 / 28]
    if !index.isMultiple(of: 28) { values.append(tails + index % 28) }
    result.append(contentsOf: values.compactMap(Unicode.Scalar.init))
  }

  /// The syllable that two become, or nothing.
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

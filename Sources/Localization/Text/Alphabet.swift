/// The letters of all tabled scripts in the order of one language.
struct Alphabet: Sendable {
  /// What a letter weighs in the order.
  struct Weight: Sendable {
    /// The script in the upper, the place in the alphabet in the lower 16 bits.
    var primary: UInt32
    /// 0 for the letter itself, then its variants.
    var variant: UInt8
  }

  private var weights: [String: Weight] = [:]
  private var headings: [UInt32: String] = [:]
  /// The most scalars that one letter has: 3 for the Hungarian `dzs`.
  private(set) var longest = 1
  /// Whether letters of ASCII make other letters together, like the Czech `ch`.
  private(set) var hasASCIIDigraphs = false

  /// The order of `language`, an ISO 639 code.
  init(language: String) {
    let rows = AlphabetTable.rows.split(separator: "\n").map { $0.split(separator: "|") }
    for (index, script) in ["L", "G", "C", "H", "A"].enumerated() {
      let own = rows.first { Self.isOwn($0[0], script, language) }
      guard let fitting = own ?? rows.first(where: { $0[0] == script }) else { continue }
      add(fitting[1], script: UInt32(index))
    }
  }

  /// The weight of a letter in small letters and NFC, which may be a digraph.
  func weight(of letter: String) -> Weight? {
    weights[letter]
  }

  /// The capital that a letter stands under in a list.
  func heading(of primary: UInt32) -> String? {
    headings[primary]
  }

  private static func isOwn(_ head: Substring, _ script: String, _ language: String) -> Bool {
    let names = head.split(separator: " ")
    return names[0] == script && names.dropFirst().contains { $0 == language }
  }

  private mutating func add(_ letters: Substring, script: UInt32) {
    for (place, group) in letters.split(separator: " ").enumerated() {
      let primary = (CollationGroup.letters + script) << 16 | UInt32(place + 1)
      let members = group.split(separator: "=").map(String.init)
      for (variant, letter) in members.enumerated() {
        weights[letter] = Weight(primary: primary, variant: UInt8(variant))
        longest = max(longest, letter.unicodeScalars.count)
        if letter.utf8.count > 1, letter.isASCII { hasASCIIDigraphs = true }
      }
      guard let first = members.first else { continue }
      headings[primary] = first == "i" ? (weights["ı"] == nil ? "I" : "İ") : Self.titled(first)
    }
  }

  private static func titled(_ letter: String) -> String {
    letter.prefix(1).uppercased() + letter.dropFirst()
  }
}

/// The upper bits of primary weights: what comes before what.
enum CollationGroup {
  static let space: UInt32 = 1
  static let symbols: UInt32 = 2
  static let digits: UInt32 = 3
  static let letters: UInt32 = 4
  /// Letters of scripts without a table, by code point.
  static let others: UInt32 = 0x40
}

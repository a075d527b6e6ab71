/// The changes of a zone's offset from 1900 to 2200, unpacked from the table.
package struct ZoneHistory {
  private(set) var transitions: [Int64] = []
  private(set) var offsets: [Int32]

  /// 1900-01-01T00:00:00Z: earlier changes are not in the table.
  package static let start: Int64 = -2_208_988_800
  /// The last year that a yearly rule is unrolled for.
  private static let lastYear = 2200

  /// The history of an IANA name, or nothing when the table does not have it.
  init?(identifier: String) {
    guard let row = Self.row(of: identifier) else { return nil }
    let fields = row.split(separator: "|", omittingEmptySubsequences: false)
    guard fields.count == 4 else { return nil }
    let palette = fields[1].split(separator: " ").compactMap { Int32($0) }
    guard let first = palette.first else { return nil }
    offsets = [first]
    unpack(fields[2], palette)
    let future = fields[3].split(separator: ":", maxSplits: 1)
    if future.count == 2, let year = Int(future[0]), let rule = ZoneRule(String(future[1])) {
      unroll(rule, from: year)
    }
  }

  /// Reads steps: a distance in base 36 (minutes, after `'` seconds) and the letter of an offset.
  private mutating func unpack(_ steps: Substring, _ palette: [Int32]) {
    var last = Self.start
    var distance: Int64 = 0
    var unit: Int64 = 60
    for byte in steps.utf8 {
      switch byte {
      case UInt8(ascii: "'"): unit = 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        distance = distance * 36 + Int64(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        distance = distance * 36 + Int64(byte - UInt8(ascii: "a")) + 10
      default:
        last += distance * unit
        transitions.append(last)
        offsets.append(palette[Int(byte - UInt8(ascii: "A"))])
        distance = 0
        unit = 60
      }
    }
  }

  /// Adds the changes that the rule makes from `year` on.
  private mutating func unroll(_ rule: ZoneRule, from year: Int) {
    for change in (year...Self.lastYear).flatMap(rule.changes)
    where change.offset != offsets[offsets.count - 1] {
      transitions.append(change.at)
      offsets.append(change.offset)
    }
  }
}

// MARK: - The table

extension ZoneHistory {
  /// All names, sorted.
  static var identifiers: [String] {
    ZoneTable.rows.split(separator: "\n").flatMap { row in
      row.prefix { $0 != "|" }.split(separator: " ").map(String.init)
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func row(of identifier: String) -> Substring? {
    guard !identifier.isEmpty, !identifier.contains(where: { " |\n".contains($0) }) else {
      return nil
    }
    let wanted = Array(identifier.utf8)
    let rows = ZoneTable.rows.utf8
    var start = rows.startIndex
    while let end = rows[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let row = rows[start..<end]
      let names = row.prefix { $0 != UInt8(ascii: "|") }
      if names.split(separator: UInt8(ascii: " ")).contains(where: { $0.elementsEqual(wanted) }) {
        return Substring(row)
      }
      start = rows.index(after: end)
    }
    return nil
  }
}

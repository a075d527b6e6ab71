/// What the table knows about a language: names, patterns and signs, in CLDR's notation.
struct LanguageRecord: Sendable {
  var ownName: String
  /// The label of a zone without a name; `{0}` is the offset.
  var zoneLabel: String
  var signs: NumberSigns
  var dayHalves: [String]
  /// Date patterns by style, then that of the time alone.
  var patterns: [String]
  var months: [String]
  var standaloneMonths: [String]
  var shortMonths: [String]
  var weekdays: [String]
  var shortWeekdays: [String]
  var persianMonths: [String]
  var islamicMonths: [String]

  /// The record of the closest tag that has one (`fa-AF`, then `fa`), or nothing.
  init?(_ tag: LanguageTag) {
    guard let row = LanguageRow(closestTo: tag), var record = LanguageRecord(row) else {
      return nil
    }
    record.useHouseForms(of: tag, row: row.name)
    self = record
  }

  /// English, which stands in for languages that have no record.
  static func orEnglish(_ tag: LanguageTag) -> LanguageRecord {
    LanguageRecord(tag) ?? english
  }

  private init?(_ row: LanguageRow) {
    guard let signs = NumberSigns(row.list(4)) else { return nil }
    ownName = row.text(2).prefix(1).uppercased() + row.text(2).dropFirst()
    zoneLabel = row.text(3)
    self.signs = signs
    dayHalves = row.list(5)
    patterns = row.list(6)
    months = row.list(7)
    standaloneMonths = row.text(8).isEmpty ? months : row.list(8)
    shortMonths = row.list(9)
    weekdays = row.list(10)
    shortWeekdays = row.list(11)
    persianMonths = row.list(12)
    islamicMonths = row.list(13)
    // A date of last century must not look like one of this century.
    patterns[0] = patterns[0].replacing("yy", with: "y")
    patterns[DateStyle.full.index] += " z"
  }
}

extension LanguageRecord {
  private static let english: LanguageRecord = {
    guard let tag = LanguageTag("en"), let record = LanguageRecord(tag) else {
      preconditionFailure("the table has a row for English")
    }
    return record
  }()
}

/// How a language writes numbers with European digits.
struct NumberSigns: Sendable {
  var decimal: String
  var group: String
  /// The size of the groups before the last, which has three digits: 2 in India.
  var groupSize: Int
  /// The fewest digits that stand before the first group sign: 2 in Spanish and Polish.
  var fewestBeforeGroup: Int

  init?(_ fields: [String]) {
    guard fields.count == 4, let size = Int(fields[2]), let fewest = Int(fields[3]) else {
      return nil
    }
    decimal = fields[0]
    group = fields[1]
    groupSize = size
    fewestBeforeGroup = fewest
  }
}

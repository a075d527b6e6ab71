/// What the table knows about a language: names, patterns and signs, in CLDR's notation.
struct LanguageRecord: Sendable {
  /// The most likely script and region.
  var script: String
  var region: String
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
    for name in Self.names(of: tag) {
      guard let row = Self.row(name), var record = LanguageRecord(row: row) else { continue }
      record.useHouseForms(of: tag, row: name)
      self = record
      return
    }
    return nil
  }

  /// English, which stands in for languages that have no record.
  static func orEnglish(_ tag: LanguageTag) -> LanguageRecord {
    LanguageRecord(tag) ?? english
  }

  private init?(row: Substring) {
    let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 14 else { return nil }
    let list = { (index: Int) in
      fields[index].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    let likely = fields[1].split(separator: "-").map(String.init)
    guard likely.count >= 3, let signs = NumberSigns(list(4)) else { return nil }
    script = likely[1]
    region = likely[2]
    ownName = fields[2].prefix(1).uppercased() + fields[2].dropFirst()
    zoneLabel = String(fields[3])
    self.signs = signs
    dayHalves = list(5)
    patterns = list(6)
    months = list(7)
    standaloneMonths = fields[8].isEmpty ? months : list(8)
    shortMonths = list(9)
    weekdays = list(10)
    shortWeekdays = list(11)
    persianMonths = list(12)
    islamicMonths = list(13)
    // A date of last century must not look like one of this century.
    patterns[0] = patterns[0].replacing("yy", with: "y")
    patterns[DateStyle.full.index] += " z"
  }
}

// MARK: - The table

extension LanguageRecord {
  private static let rows = LanguageTable.rows.split(separator: "\n")

  private static let english: LanguageRecord = {
    guard let tag = LanguageTag("en"), let record = LanguageRecord(tag) else {
      preconditionFailure("the table has a row for English")
    }
    return record
  }()

  private static func row(_ name: String) -> Substring? {
    rows.first { $0.hasPrefix(name) && $0.dropFirst(name.count).first == "\t" }
  }

  /// The names of rows to try, the closest first.
  private static func names(of tag: LanguageTag) -> [String] {
    let language = aliases[tag.language] ?? tag.language
    let script = tag.script ?? regionalScript(of: tag)
    let names = [
      tag.region.map { "\(language)-\($0)" }, script.map { "\(language)-\($0)" }, language,
    ].compactMap(\.self)
    return tag.language == "prs" ? ["fa-AF"] : names
  }

  /// Codes that were withdrawn or are used for the same language.
  private static let aliases = [
    "in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro", "tl": "fil", "cmn": "zh",
    "pes": "fa", "arb": "ar",
  ]

  /// The script that a region implies where the language alone implies another.
  static func regionalScript(of tag: LanguageTag) -> String? {
    switch (tag.language, tag.region) {
    case ("zh", "TW"), ("zh", "HK"), ("zh", "MO"): "Hant"
    case ("pa", "PK"), ("az", "IR"), ("uz", "AF"), ("ku", "IQ"), ("ku", "IR"), ("tk", "IR"): "Arab"
    default: nil
    }
  }
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

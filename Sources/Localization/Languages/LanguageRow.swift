/// A row of the table of languages: fields between tabs, lists between bars.
struct LanguageRow: Sendable {
  let name: String
  private let fields: [Substring]

  /// The row of the closest tag that has one (`fa-AF`, then `fa`), or nothing.
  init?(closestTo tag: LanguageTag) {
    for name in Self.names(of: tag) {
      guard let row = Self.rows[name] else { continue }
      self.name = name
      fields = row.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map(Substring.init)
      precondition(fields.count == 14, "a row of the table has 14 fields")
      return
    }
    return nil
  }

  /// The field with this number.
  func text(_ field: Int) -> String {
    String(fields[field])
  }

  /// The elements of the field with this number.
  func list(_ field: Int) -> [String] {
    fields[field].utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }

  /// The most likely script.
  var script: String { likely(1) }

  /// The most likely region.
  var region: String { likely(2) }

  private func likely(_ index: Int) -> String {
    String(fields[1].split(separator: "-")[index])
  }
}

// MARK: - The table

extension LanguageRow {
  private static let rows: [String: Substring] = {
    var rows: [String: Substring] = [:]
    for row in LanguageTable.rows.utf8.split(separator: UInt8(ascii: "\n")) {
      rows[String(Substring(row.prefix { $0 != UInt8(ascii: "\t") }))] = Substring(row)
    }
    return rows
  }()

  /// The names of rows to try, the closest first.
  private static func names(of tag: LanguageTag) -> [String] {
    if tag.language == "prs" { return ["fa-AF"] }
    let language = aliases[tag.language] ?? tag.language
    let script = tag.script ?? regionalScript(of: tag)
    return [
      tag.region.map { "\(language)-\($0)" }, script.map { "\(language)-\($0)" }, language,
    ].compactMap(\.self)
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

import Foundation
import Testing

import Localization

/// Languages that news is written in; the table has a row for each.
private let languages = """
  af am ar ar-DZ ar-IQ ar-JO ar-LB ar-MA ar-PS ar-SY ar-TN as az be bg bn br bs ca ckb cs cy da de \
  de-AT el en eo es es-MX et eu fa fa-AF fi fil fo fr fr-CA fr-CH fy ga gd gl gu ha he hi hr hu \
  hy id ig is it ja jv ka kk km kn ko ku ky lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn om \
  or pa pa-Arab pl ps pt pt-PT rm ro ru rw sd si sk sl so sq sr sr-Latn su sv sw ta te tg th ti tk \
  tr tt ug uk ur uz vi xh yi yo zh zh-Hant zu
  """.split(separator: " ").map(String.init)

struct LanguageTableTests {
  @Test(.enabled(if: TableFile.isUpdating, "the table follows the CLDR version it was made with"))
  func `the table says what CLDR says`() throws {
    let table = TableFile(
      name: "LanguageTable", source: "names, patterns and signs of CLDR", version: "47",
      summary: "Names, patterns and signs of languages; `LanguageRow` reads it.")
    try table.check(try languages.map(row))
  }

  private func row(_ tag: String) throws -> String {
    let locale = Locale(identifier: tag)
    let latin = Locale(identifier: tag + "@numbers=latn")
    let gregorian = calendar(.gregorian, locale)
    let months = gregorian.monthSymbols
    let standalone = gregorian.standaloneMonthSymbols
    let fields: [String] = [
      tag,
      Locale.Language(identifier: tag).maximalIdentifier,
      locale.localizedString(forIdentifier: tag) ?? tag,
      try zoneLabel(latin),
      signs(latin),
      [gregorian.amSymbol, gregorian.pmSymbol].joined(separator: "|"),
      patterns(locale, gregorian).joined(separator: "|"),
      months.joined(separator: "|"),
      standalone == months ? "" : standalone.joined(separator: "|"),
      gregorian.shortMonthSymbols.joined(separator: "|"),
      gregorian.weekdaySymbols.joined(separator: "|"),
      gregorian.shortWeekdaySymbols.joined(separator: "|"),
      calendar(.persian, locale).monthSymbols.joined(separator: "|"),
      calendar(.islamicUmmAlQura, locale).monthSymbols.joined(separator: "|"),
    ]
    return fields.joined(separator: "\t")
  }

  private func calendar(_ identifier: Calendar.Identifier, _ locale: Locale) -> Calendar {
    var calendar = Calendar(identifier: identifier)
    calendar.locale = locale
    return calendar
  }

  /// `GMT{0}`: where the offset stands in the name of a zone without a name.
  private func zoneLabel(_ locale: Locale) throws -> String {
    let zone = try #require(TimeZone(identifier: "Etc/GMT-7"))
    let name = try #require(zone.localizedName(for: .shortStandard, locale: locale))
    return name.replacingOccurrences(of: "+7", with: "{0}")
  }

  /// Decimal sign, grouping sign, sizes of the last and the other groups, and the fewest digits
  /// before the first group.
  private func signs(_ locale: Locale) -> String {
    let decimal = locale.decimalSeparator ?? "."
    let group = locale.groupingSeparator ?? ","
    let style = IntegerFormatStyle<Int>(locale: locale)
    let parts = 1_234_567.formatted(style).components(separatedBy: group).map(\.count)
    let other = parts.count > 2 ? parts[parts.count - 2] : 3
    let fewest = 1234.formatted(style).contains(group) ? 1 : 2
    return "\(decimal)|\(group)|\(other)|\(fewest)"
  }

  private func patterns(_ locale: Locale, _ calendar: Calendar) -> [String] {
    let formatter = DateFormatter()
    formatter.locale = locale
    formatter.calendar = calendar
    let styles: [(DateFormatter.Style, DateFormatter.Style)] = [
      (.short, .none), (.medium, .none), (.long, .none), (.full, .short), (.none, .short),
    ]
    return styles.map { date, time in
      formatter.dateStyle = date
      formatter.timeStyle = time
      return formatter.dateFormat ?? ""
    }
  }
}

package import Localization
package import SiteModel

/// How an edition writes dates, numbers and counts, compiled once.
package struct EditionFormats: Sendable {
  package let conventions: Conventions
  package let plurals: PluralRules
  package let numbers: NumberFormat
  package let dateNames: DateNames
  /// The named date formats: those of the settings, then the styles of the language.
  let named: [(name: String, format: DateFormat)]
  /// The patterns of the settings.
  let patterns: [(name: String, pattern: String)]

  /// The formats of an edition; its settings have been checked.
  package init(_ settings: EditionSettings, zone: Zone) {
    let conventions = Conventions(
      language: settings.language, zone: zone, calendar: settings.calendar,
      secondCalendar: settings.secondCalendar, numerals: settings.numerals)
    self.init(conventions, patterns: settings.dateFormats.map { ($0.name.value, $0.pattern.value) })
  }

  /// The formats of a language by its conventions alone.
  package init(_ conventions: Conventions, patterns: [(name: String, pattern: String)] = []) {
    self.conventions = conventions
    self.patterns = patterns
    plurals = PluralRules(language: conventions.language)
    dateNames = DateNames(language: conventions.language, calendar: conventions.calendar)
    numbers = NumberFormat(language: conventions.language, numerals: conventions.numerals)
    let own = patterns.compactMap { pattern -> (name: String, format: DateFormat)? in
      // A pattern of the settings was checked with them, so it compiles.
      guard let format = try? DateFormat(pattern: pattern.pattern, for: conventions) else {
        return nil
      }
      return (pattern.name, format)
    }
    let styles = DateStyle.allCases.map { style in
      (name: style.rawValue, format: DateFormat(style: style, for: conventions))
    }
    named = own + styles
  }

  /// The format called `name`; nothing when there is none.
  func format(_ name: String) -> DateFormat? {
    named.first { $0.name == name }?.format
  }
}

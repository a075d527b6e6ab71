/// The names of months and weekdays, for archives and calendars.
package struct DateNames: Sendable {
  /// Months in the form that stands in a date (Slavic languages: the genitive), from the first.
  package let months: [String]
  /// Months in the form that stands alone, for headings.
  package let standaloneMonths: [String]
  /// Months as a medium date has them; whole where the language does not shorten.
  package let shortMonths: [String]
  /// Weekdays, from Sunday.
  package let weekdays: [String]
  /// Weekdays in a few letters, from Sunday.
  package let shortWeekdays: [String]

  /// The names that `language` has for `calendar`; English ones for a language without a record.
  package init(language: LanguageTag, calendar: CalendarSystem) {
    self.init(LanguageRecord.orEnglish(language), calendar)
  }

  init(_ record: LanguageRecord, _ calendar: CalendarSystem) {
    switch calendar {
    case .gregorian:
      months = record.months
      standaloneMonths = record.standaloneMonths
      shortMonths = record.shortMonths
    case .persian:
      months = record.persianMonths
      standaloneMonths = months
      shortMonths = months
    case .islamicUmalqura, .islamicCivil:
      months = record.islamicMonths
      standaloneMonths = months
      shortMonths = months
    }
    weekdays = record.weekdays
    shortWeekdays = record.shortWeekdays
  }
}

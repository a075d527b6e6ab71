/// A calendar that dates and archives are shown in; the raw value is its name in settings.
package enum CalendarSystem: String, CaseIterable, Sendable {
  case gregorian
  /// Solar Hijri, the calendar of Iran and Afghanistan.
  case persian
  /// The tabular calendar of Saudi Arabia.
  case islamicUmalqura = "islamic-umalqura"
  /// The arithmetic Hijri calendar with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of 30.
  case islamicCivil = "islamic-civil"

  /// The calendar of a setting, or nothing; `CalendarSystem.allCases` has the names to suggest.
  package init?(name: String) {
    self.init(rawValue: name)
  }

  /// The day of this calendar that `date` is.
  package func day(of date: CivilDate) -> CalendarDay {
    switch self {
    case .gregorian: CalendarDay(year: date.year, month: date.month, day: date.day)
    case .persian: PersianCalendar.day(ofDays: date.daysSinceEpoch)
    case .islamicUmalqura: UmalquraCalendar.day(ofDays: date.daysSinceEpoch)
    case .islamicCivil: IslamicCivilCalendar.day(ofDays: date.daysSinceEpoch)
    }
  }

  /// The Gregorian day of a day of this calendar, or nothing when there is no such day.
  package func civilDate(of day: CalendarDay) -> CivilDate? {
    guard (-9999...9999).contains(day.year), (1...12).contains(day.month), day.day >= 1,
      day.day <= length(ofMonth: day.month, year: day.year)
    else { return nil }
    return switch self {
    case .gregorian: CivilDate(year: day.year, month: day.month, day: day.day)
    case .persian: CivilDate(daysSinceEpoch: PersianCalendar.days(of: day))
    case .islamicUmalqura: CivilDate(daysSinceEpoch: UmalquraCalendar.days(of: day))
    case .islamicCivil: CivilDate(daysSinceEpoch: IslamicCivilCalendar.days(of: day))
    }
  }

  /// The number of days of a month from 1 to 12.
  package func length(ofMonth month: Int, year: Int) -> Int {
    switch self {
    case .gregorian: CivilDate.length(ofMonth: month, year: year)
    case .persian: PersianCalendar.length(ofMonth: month, year: year)
    case .islamicUmalqura: UmalquraCalendar.length(ofMonth: month, year: year)
    case .islamicCivil: IslamicCivilCalendar.length(ofMonth: month, year: year)
    }
  }
}

/// A day in the numbers of some calendar: 1403-06-29.
package struct CalendarDay: Hashable, Comparable, Sendable {
  /// The year of the calendar's own era.
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int

  /// These numbers, whether or not there is such a day: `CalendarSystem.civilDate(of:)` knows.
  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

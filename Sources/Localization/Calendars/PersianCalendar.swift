/// The Solar Hijri calendar by its 33-year cycle of leap years.
///
/// The cycle agrees with the astronomical rule (the year begins on the day whose noon in Tehran
/// follows the equinox) from 1178 to 1501 AP, that is 1799 to 2123.
enum PersianCalendar {
  /// 1 Farvardin of `year`, in days since 1970-01-01.
  static func firstDay(of year: Int) -> Int {
    365 * (year - 1) + (8 * year + 21).dividedDown(by: 33) - 492_268
  }

  /// Whether Esfand has 30 days.
  static func isLeap(_ year: Int) -> Bool {
    firstDay(of: year + 1) - firstDay(of: year) == 366
  }

  /// The number of days of a month from 1 to 12.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 1...6: 31
    case 12: isLeap(year) ? 30 : 29
    default: 30
    }
  }

  /// The day that is `days` after 1970-01-01.
  static func day(ofDays days: Int) -> CalendarDay {
    // 33 years have 12,053 days; the estimate is at most one year away.
    var year = ((days + 492_268) * 33).dividedDown(by: 12_053) + 1
    while firstDay(of: year) > days { year -= 1 }
    while firstDay(of: year + 1) <= days { year += 1 }
    let dayOfYear = days - firstDay(of: year)
    let month = dayOfYear < 186 ? dayOfYear / 31 : 6 + (dayOfYear - 186) / 30
    return CalendarDay(
      year: year, month: month + 1, day: dayOfYear - daysBefore(month: month + 1) + 1)
  }

  /// Days since 1970-01-01 of a day that exists.
  static func days(of day: CalendarDay) -> Int {
    firstDay(of: day.year) + daysBefore(month: day.month) + day.day - 1
  }

  private static func daysBefore(month: Int) -> Int {
    month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
  }
}

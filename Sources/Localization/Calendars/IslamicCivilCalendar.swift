/// The arithmetic Hijri calendar: months of 30 and 29 days in turn, 11 leap years in 30.
enum IslamicCivilCalendar {
  /// 1 Muharram of `year`, in days since 1970-01-01; year 1 began on Friday, 16 July 622 (Julian).
  static func firstDay(of year: Int) -> Int {
    (year - 1) * 354 + (3 + 11 * year).dividedDown(by: 30) - 492_148
  }

  /// The number of days of a month from 1 to 12.
  static func length(ofMonth month: Int, year: Int) -> Int {
    if month == 12 { return firstDay(of: year + 1) - firstDay(of: year) - 325 }
    return month.isMultiple(of: 2) ? 29 : 30
  }

  /// The day that is `days` after 1970-01-01.
  static func day(ofDays days: Int) -> CalendarDay {
    // 30 years have 10,631 days; the estimate is at most one year away.
    var year = ((days + 492_148) * 30).dividedDown(by: 10_631) + 1
    while firstDay(of: year) > days { year -= 1 }
    while firstDay(of: year + 1) <= days { year += 1 }
    let dayOfYear = days - firstDay(of: year)
    let month = min(12, 2 * dayOfYear / 59 + 1)
    return CalendarDay(year: year, month: month, day: dayOfYear - daysBefore(month: month) + 1)
  }

  /// Days since 1970-01-01 of a day that exists.
  static func days(of day: CalendarDay) -> Int {
    firstDay(of: day.year) + daysBefore(month: day.month) + day.day - 1
  }

  private static func daysBefore(month: Int) -> Int {
    (59 * (month - 1) + 1) / 2
  }
}

/// The Umm al-Qura calendar of Saudi Arabia, a table of month lengths.
package enum UmalquraCalendar {
  /// The years that the table has; before and after, the arithmetic calendar stands in.
  package static let years = 1300...1600

  /// The first day of each month of the table and of the month after it, since 1970-01-01.
  private static let firstDays: [Int32] = {
    // 1 Muharram 1300 was 12 November 1882.
    var days: [Int32] = [-31_826]
    for year in UmalquraTable.rows.split(whereSeparator: \.isWhitespace) {
      let bits = Int(year, radix: 16) ?? 0
      for month in 0..<12 { days.append(days[days.count - 1] + 29 + Int32(bits >> month & 1)) }
    }
    return days
  }()

  /// The number of days of a month from 1 to 12.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    guard years.contains(year) else {
      return IslamicCivilCalendar.length(ofMonth: month, year: year)
    }
    let index = index(ofMonth: month, year: year)
    return Int(firstDays[index + 1] - firstDays[index])
  }

  /// The day that is `days` after 1970-01-01.
  static func day(ofDays days: Int) -> CalendarDay {
    guard days >= Int(firstDays[0]), days < Int(firstDays[firstDays.count - 1]) else {
      return IslamicCivilCalendar.day(ofDays: days)
    }
    var low = 0
    var high = firstDays.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(firstDays[middle]) <= days { low = middle } else { high = middle }
    }
    return CalendarDay(
      year: years.lowerBound + low / 12, month: low % 12 + 1, day: days - Int(firstDays[low]) + 1)
  }

  /// Days since 1970-01-01 of a day that exists.
  static func days(of day: CalendarDay) -> Int {
    guard years.contains(day.year) else { return IslamicCivilCalendar.days(of: day) }
    return Int(firstDays[index(ofMonth: day.month, year: day.year)]) + day.day - 1
  }

  private static func index(ofMonth month: Int, year: Int) -> Int {
    (year - years.lowerBound) * 12 + month - 1
  }
}

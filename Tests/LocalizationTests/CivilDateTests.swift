import Foundation
import Testing

import Localization

struct CivilDateTests {
  @Test func `every day of 300 years has the numbers that Foundation gives it`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for days in stride(from: -40_000, through: 70_000, by: 7) {
      let date = CivilDate(daysSinceEpoch: days)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday, .dayOfYear],
        from: Date(timeIntervalSince1970: Double(days) * 86_400))
      #expect(parts.year == date.year && parts.month == date.month && parts.day == date.day)
      #expect(parts.weekday == date.weekday.rawValue + 1)
      #expect(parts.dayOfYear == date.dayOfYear)
      #expect(date.daysSinceEpoch == days)
    }
  }

  @Test(arguments: [(2023, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (2024, 1, 0)])
  func `a day that does not exist is no date`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [(2000, true), (1900, false), (2024, true), (2023, false), (-4, true)])
  func `leap years follow the Gregorian rule, before 1582 too`(year: Int, isLeap: Bool) {
    #expect(CivilDate.isLeap(year) == isLeap)
  }
}

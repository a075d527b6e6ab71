import Foundation
import Testing

import Localization

struct CalendarSystemTests {
  @Test(arguments: [
    (CalendarSystem.persian, Calendar.Identifier.persian),
    (.islamicUmalqura, .islamicUmmAlQura),
    (.islamicCivil, .islamicCivil),
    (.gregorian, .gregorian),
  ])
  func `every day from 1921 to 2122 (1300 to 1500 AP) has the numbers that Foundation gives it`(
    system: CalendarSystem, identifier: Calendar.Identifier
  ) throws {
    var calendar = Calendar(identifier: identifier)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for days in -17_818...55_595 {
      let date = CivilDate(daysSinceEpoch: days)
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(days) * 86_400))
      let day = system.day(of: date)
      guard parts.year == day.year, parts.month == day.month, parts.day == day.day else {
        Issue.record("\(days): \(day), not \(parts)")
        return
      }
      #expect(system.civilDate(of: day) == date)
    }
  }

  @Test(arguments: [
    (CalendarSystem.persian, 1403, 6, 29), (.islamicUmalqura, 1446, 3, 16),
    (.islamicCivil, 1446, 3, 15), (.gregorian, 2024, 9, 19),
  ])
  func `one day has its numbers in every calendar`(
    system: CalendarSystem, year: Int, month: Int, day: Int
  ) throws {
    let date = try #require(CivilDate(year: 2024, month: 9, day: 19))
    #expect(system.day(of: date) == CalendarDay(year: year, month: month, day: day))
  }

  @Test(arguments: CalendarSystem.allCases)
  func `days far away survive the way there and back`(system: CalendarSystem) {
    for days in stride(from: -700_000, through: 900_000, by: 997) {
      let date = CivilDate(daysSinceEpoch: days)
      #expect(system.civilDate(of: system.day(of: date)) == date)
    }
  }

  @Test(arguments: [(1402, 29), (1403, 30), (1399, 30), (1404, 29), (1408, 30)])
  func `Esfand has 30 days in leap years`(year: Int, length: Int) {
    #expect(CalendarSystem.persian.length(ofMonth: 12, year: year) == length)
  }

  @Test func `a day that does not exist has no date`() {
    #expect(
      CalendarSystem.persian.civilDate(of: CalendarDay(year: 1402, month: 12, day: 30)) == nil)
    #expect(CalendarSystem.persian.civilDate(of: CalendarDay(year: 1403, month: 7, day: 31)) == nil)
  }
}

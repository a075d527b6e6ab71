/// What a calendar and a clock on a wall show, in no particular zone.
package struct LocalTime: Hashable, Comparable, Sendable {
  /// The day on the calendar.
  package let date: CivilDate
  /// 0 to 23.
  package let hour: Int
  /// 0 to 59.
  package let minute: Int
  /// 0 to 59: leap seconds are not represented.
  package let second: Int

  /// This time of `date`, or nothing when a clock never shows it.
  package init?(_ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      return nil
    }
    self.date = date
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// Midnight at the beginning of `date`.
  package init(startOf date: CivilDate) {
    self.init(secondsOnItsClock: Int64(date.daysSinceEpoch) * 86_400)
  }

  /// The time `seconds` after 1970-01-01 00:00 on the same clock.
  package init(secondsOnItsClock seconds: Int64) {
    let days = seconds.dividedDown(by: 86_400)
    let rest = Int(seconds - days * 86_400)
    date = CivilDate(daysSinceEpoch: Int(days))
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
  }

  /// Seconds since 1970-01-01 00:00 on the same clock, as though it were never moved.
  package var secondsOnItsClock: Int64 {
    Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  package static func < (a: LocalTime, b: LocalTime) -> Bool {
    a.secondsOnItsClock < b.secondsOnItsClock
  }
}

/// A day of the week; the raw value counts from Sunday, 0, as `%w` of strftime does.
package enum Weekday: Int, CaseIterable, Sendable {
  case sunday, monday, tuesday, wednesday, thursday, friday, saturday

  /// The weekday of the day `days` after 1970-01-01, which was a Thursday.
  init(daysSinceEpoch days: Int) {
    let shifted = days + 4
    self = Self.allCases[shifted - shifted.dividedDown(by: 7) * 7]
  }
}

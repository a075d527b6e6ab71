/// The yearly rule of a zone's future: `EST5EDT,M3.2.0,M11.1.0` (POSIX `TZ`, with the hours from
/// -167 to 167 of RFC 9636, section 3.3.1).
package struct ZoneRule {
  /// Seconds ahead of UTC outside and inside daylight saving time.
  private(set) var standard: Int32 = 0
  private(set) var daylight: Int32 = 0
  private var begin = YearlyMoment()
  private var end = YearlyMoment()

  /// Reads a rule with daylight saving time; nothing when the text is not one.
  package init?(_ text: String) {
    var reader = RuleReader(text)
    guard reader.skipName(), let standard = reader.seconds(), reader.skipName() else { return nil }
    self.standard = Int32(-standard)
    daylight = self.standard + 3600
    if !reader.skip(",") {
      guard let daylight = reader.seconds(), reader.skip(",") else { return nil }
      self.daylight = Int32(-daylight)
    }
    guard let begin = reader.moment(), reader.skip(","), let end = reader.moment() else {
      return nil
    }
    self.begin = begin
    self.end = end
  }

  /// The two changes of a year and the offset from each on, in order.
  package func changes(in year: Int) -> [(at: Int64, offset: Int32)] {
    let changes = [
      (at: begin.seconds(in: year) - Int64(standard), offset: daylight),
      (at: end.seconds(in: year) - Int64(daylight), offset: standard),
    ]
    return changes[0].at < changes[1].at ? changes : [changes[1], changes[0]]
  }
}

/// `M3.2.0/2`: two o'clock on the second Sunday of March; week 5 is the last one.
private struct YearlyMoment {
  var month = 1
  var week = 1
  var weekday = 0
  var time = 7200

  /// The moment as the clock shows it before the change.
  func seconds(in year: Int) -> Int64 {
    let first = CivilDate.daysSinceEpoch(year: year, month: month, day: 1)
    let ahead = (weekday - Weekday(daysSinceEpoch: first).rawValue + 7) % 7
    var day = ahead + (week - 1) * 7
    if day >= CivilDate.length(ofMonth: month, year: year) { day -= 7 }
    return Int64(first + day) * 86_400 + Int64(time)
  }
}

private struct RuleReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest.removeFirst()
    return true
  }

  /// Passes `EST` or `<+1030>`.
  mutating func skipName() -> Bool {
    let before = rest.count
    if skip("<") {
      rest = rest.drop { $0 != UInt8(ascii: ">") }
      return skip(">")
    }
    rest = rest.drop { (UInt8(ascii: "A")...UInt8(ascii: "z")).contains($0) }
    return rest.count < before
  }

  mutating func number() -> Int? {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest.removeFirst(digits.count)
    return Int(Substring(digits))
  }

  /// `-9:30` in seconds.
  mutating func seconds() -> Int? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard var total = number() else { return nil }
    total *= 3600
    for unit in [60, 1] where skip(":") {
      guard let part = number() else { return nil }
      total += part * unit
    }
    return isNegative ? -total : total
  }

  mutating func moment() -> YearlyMoment? {
    guard skip("M"), let month = number(), skip("."), let week = number(), skip("."),
      let weekday = number(), (1...12).contains(month), (1...5).contains(week),
      (0...6).contains(weekday)
    else { return nil }
    var moment = YearlyMoment(month: month, week: week, weekday: weekday)
    if skip("/") {
      guard let time = seconds() else { return nil }
      moment.time = time
    }
    return moment
  }
}

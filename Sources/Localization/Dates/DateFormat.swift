package import Bytes

/// A date pattern compiled for one edition: writing a date is a walk over its steps.
///
/// Contract: `text` and `nameEnds` hold all literals and names; a step refers to them by number,
/// so that a walk copies bytes and counts no references.
package struct DateFormat: Sendable {
  private let zone: Zone
  private let calendar: CalendarSystem
  private let numerals: Numerals
  private let label: ZoneLabel
  private let steps: [DateStep]
  private let text: [UInt8]
  private let nameEnds: [Int]

  /// The language's own format of a style.
  package init(style: DateStyle, for conventions: Conventions) {
    var compiler = DatePatternCompiler(conventions)
    compiler.compile(style)
    self.init(compiler)
  }

  /// The format of a strftime pattern, as `%-d %B %Y`.
  ///
  /// Directives are those of C and POSIX with the flags `-` `_` `0` `^`; names are the language's,
  /// digits, calendar and zone the conventions'. `%F`, `%G`, `%V`, `%s` and `%z` are for programs:
  /// Gregorian, in ASCII.
  package init(pattern: String, for conventions: Conventions) throws(DatePatternProblem) {
    var compiler = DatePatternCompiler(conventions)
    try compiler.compile(pattern: pattern)
    self.init(compiler)
  }

  private init(_ compiler: DatePatternCompiler) {
    zone = compiler.conventions.zone
    calendar = compiler.conventions.calendar
    numerals = compiler.conventions.numerals
    label = ZoneLabel(compiler.conventions)
    steps = compiler.steps
    text = compiler.text
    nameEnds = compiler.nameEnds
  }
}

extension DateFormat {
  /// Appends `instant` as the edition's clocks show it.
  package func append(_ instant: Instant, to buffer: inout ByteBuffer) {
    let offset = zone.offset(at: instant)
    append(Moment(instant, instant.local(offset: offset), offset, calendar), to: &buffer)
  }

  /// Appends a day; its clock, where the format shows one, stands at 00:00.
  package func append(_ date: CivilDate, to buffer: inout ByteBuffer) {
    let local = LocalTime(startOf: date)
    let instant = zone.resolve(local).instant
    append(Moment(instant, local, zone.offset(at: instant), calendar), to: &buffer)
  }

  private func append(_ moment: Moment, to buffer: inout ByteBuffer) {
    for step in steps {
      switch step.field {
      case .literal: append(text: step.first..<step.last, to: &buffer)
      case .name(let list): append(name: step.first + moment.index(in: list), to: &buffer)
      case .number(let value):
        buffer.append(
          moment.value(of: value), numerals: step.isASCII ? .latn : numerals,
          width: step.width, padding: step.padding)
      case .zoneLabel: label.append(moment.instant, offset: moment.offset, to: &buffer)
      case .offset: buffer.append(offset: moment.offset, separator: step.width == 1 ? ":" : "")
      case .isoDate: buffer.append(isoDate: moment.local.date)
      case .epoch: buffer.append(decimal: Int(moment.instant.seconds))
      }
    }
  }

  private func append(name index: Int, to buffer: inout ByteBuffer) {
    append(text: (index == 0 ? 0 : nameEnds[index - 1])..<nameEnds[index], to: &buffer)
  }

  private func append(text range: Range<Int>, to buffer: inout ByteBuffer) {
    buffer.append(text.span.extracting(range))
  }
}

/// An instant with everything that a step may ask of it.
private struct Moment {
  let instant: Instant
  let local: LocalTime
  let offset: Int
  let day: CalendarDay
  let calendar: CalendarSystem

  init(_ instant: Instant, _ local: LocalTime, _ offset: Int, _ calendar: CalendarSystem) {
    self.instant = instant
    self.local = local
    self.offset = offset
    self.calendar = calendar
    day = calendar.day(of: local.date)
  }

  func index(in list: DateStep.Names) -> Int {
    switch list {
    case .month: day.month - 1
    case .weekday: local.date.weekday.rawValue
    case .dayHalf: local.hour < 12 ? 0 : 1
    }
  }

  func value(of number: DateStep.Number) -> Int {
    switch number {
    case .year: day.year
    case .century: day.year.dividedDown(by: 100)
    case .yearOfCentury: day.year - day.year.dividedDown(by: 100) * 100
    case .month: day.month
    case .day: day.day
    case .hour: local.hour
    case .hourOfHalf: (local.hour + 11) % 12 + 1
    case .minute: local.minute
    case .second: local.second
    case .dayOfYear: dayOfYear
    case .weekdayFromMonday: (local.date.weekday.rawValue + 6) % 7 + 1
    case .weekdayFromSunday: local.date.weekday.rawValue
    case .weekFromSunday: (dayOfYear + 6 - local.date.weekday.rawValue) / 7
    case .weekFromMonday: (dayOfYear + 6 - (local.date.weekday.rawValue + 6) % 7) / 7
    case .isoWeek: ISOWeek(local.date).week
    case .isoYear: ISOWeek(local.date).year
    case .isoYearOfCentury: ISOWeek(local.date).year % 100
    }
  }

  private var dayOfYear: Int {
    guard calendar != .gregorian else { return local.date.dayOfYear }
    let first = calendar.civilDate(of: CalendarDay(year: day.year, month: 1, day: 1))
    return local.date.daysSinceEpoch - (first ?? local.date).daysSinceEpoch + 1
  }
}

/// A week of ISO 8601: it begins on Monday, and week 1 holds the first Thursday of its year.
private struct ISOWeek {
  let year: Int
  let week: Int

  init(_ date: CivilDate) {
    let mondayBased = (date.weekday.rawValue + 6) % 7
    let thursday = CivilDate(daysSinceEpoch: date.daysSinceEpoch - mondayBased + 3)
    year = thursday.year
    week = (thursday.dayOfYear - 1) / 7 + 1
  }
}

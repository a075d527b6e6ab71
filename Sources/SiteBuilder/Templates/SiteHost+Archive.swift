internal import Bytes
internal import Localization
internal import SiteModel
internal import TemplateEngine

extension SiteHost {
  /// The members of `archive`: years and months in the edition's calendar.
  func archive(_ member: Member, _ context: inout RenderContext) throws(RenderFault) -> Value {
    switch member {
    case .year: return place.year.map { Value($0) } ?? .missing
    case .month: return place.month.map { Value($0) } ?? .missing
    case .title: return try context.text(PageFacts(self).title)
    case .years: return try years(&context)
    case .days: return route.kind == .archiveMonth ? try days(&context) : .missing
    case .previous: return try sibling(-1, &context)
    case .next: return try sibling(1, &context)
    default: return .missing
    }
  }

  /// The year and month that the page is about.
  private var place: (year: Int?, month: Int?) {
    switch route.kind {
    case .archiveYear: return (Int(route.page), nil)
    case .archiveMonth:
      guard case .month(_, let year, let month) = reader.subject(route.subject) else { break }
      return (year, month)
    default: break
    }
    return (nil, nil)
  }

  /// Years, newest first; each is asked for its months by itself, so that a page that shows one
  /// year does not depend on the counts of all.
  private func years(_ context: inout RenderContext) throws(RenderFault) -> Value {
    let years = ArchiveYear.all(reader.months(edition: route.edition), reader)
    return try context.arena.list(years.map { Value(.year, $0.number) })
  }

  /// The members of a year of the archive.
  func year(
    _ member: Member, _ number: Int, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    switch member {
    case .year: return Value(number)
    case .title: return try context.text(calendarTitle(year: number, month: nil))
    case .url: return context.text(reader.url(ofYear: number, edition: route.edition))
    case .count: return Value(months(of: number).reduce(0) { $0 + reader.count($1) })
    case .months: return try context.arena.list(months(of: number).map { Value(.month, Int($0)) })
    default: return .missing
    }
  }

  private func months(of year: Int) -> [ListID] {
    let years = ArchiveYear.all(reader.months(edition: route.edition), reader)
    return years.first { $0.number == year }?.months.map(\.list) ?? []
  }

  /// The members of a month of the archive.
  func month(
    _ member: Member, _ list: ListID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    guard case .month(_, let year, let month) = reader.subject(list) else { return .missing }
    switch member {
    case .month: return Value(month)
    case .title: return try context.text(calendarTitle(year: year, month: month))
    case .url: return context.text(reader.url(ofList: list))
    case .count: return Value(reader.count(list))
    default: return .missing
    }
  }

  /// The days of the month with their stories, newest first.
  private func days(_ context: inout RenderContext) throws(RenderFault) -> Value {
    var days: [(date: CivilDate, stories: [CardID])] = []
    for id in reader.stories(route.subject).reversed() {
      let instant = Instant(seconds: reader.publication(id))
      let date = formats.conventions.zone.local(at: instant).date
      if days.last?.date != date { days.append((date, [])) }
      days[days.count - 1].stories.append(id)
    }
    var items: [Value] = []
    for day in days {
      let start = context.beginText()
      context.scratch.append(isoDate: day.date)
      let date = try context.endText(from: start, flags: [.clean, .ascii])
      items.append(
        try context.record([("date", date), ("items", context.stories(day.stories))]))
    }
    return try context.arena.list(items)
  }

  /// The month or year before or after, as `{title, url}`.
  private func sibling(
    _ step: Int, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    switch route.kind {
    case .archiveMonth:
      let beside = reader.months(besides: route.subject)
      guard let list = step < 0 ? beside.previous : beside.next,
        case .month(_, let year, let month) = reader.subject(list)
      else { return .missing }
      return try context.record([
        ("title", context.text(calendarTitle(year: year, month: month))),
        ("url", context.text(reader.url(ofList: list))),
      ])
    case .archiveYear:
      let beside = reader.years(besides: Int(route.page), edition: route.edition)
      guard let year = step < 0 ? beside.previous : beside.next else { return .missing }
      return try context.record([
        ("title", context.text(calendarTitle(year: year, month: nil))),
        ("url", context.text(reader.url(ofYear: year, edition: route.edition))),
      ])
    default: return .missing
    }
  }

  /// `September 2024`, or the year alone, in the edition's calendar, language and digits.
  func calendarTitle(year: Int, month: Int?) -> String {
    let conventions = formats.conventions
    var text = ByteBuffer(capacity: 32)
    if let month {
      let names = formats.dateNames
      if names.standaloneMonths.indices.contains(month - 1) {
        text.append(names.standaloneMonths[month - 1])
        text.append(" ")
      }
    }
    text.append(year, numerals: conventions.numerals)
    return text.string()
  }
}

/// A year of an archive.
struct ArchiveYear {
  var number: Int
  /// Newest first.
  var months: [(number: Int, list: ListID)]

  /// The years of some months, newest first.
  static func all(_ lists: [ListID], _ reader: SiteReader) -> [ArchiveYear] {
    var years: [ArchiveYear] = []
    for list in lists.reversed() {
      guard case .month(_, let year, let month) = reader.subject(list) else { continue }
      if years.last?.number != year { years.append(ArchiveYear(number: year, months: [])) }
      years[years.count - 1].months.append((month, list))
    }
    return years
  }
}

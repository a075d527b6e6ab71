extension SchemaMessages {
  /// Words for moments that cannot be told or stand in no right relation.
  func timeWords(for fault: SchemaProblem.TimeFault) -> Words {
    switch fault {
    case .date(let key, let value, let fault): dateWords(key: key, value: value, fault)
    case .zoneRequired:
      Words(
        id: "settings.timezone-required",
        summary: "a date without an offset needs 'timezone' in Content/site.yaml",
        label: "on which clock?",
        help: "add a line 'timezone: Asia/Jakarta' with the zone of the newsroom")
    case .before(let key, let other):
      Words(
        id: "date.order", summary: "\(quoted(key)) lies before \(quoted(other))",
        help: "a day without a time begins at 00:00")
    }
  }

  /// Words for a text that is no moment in time.
  private func dateWords(key: String, value: String, _ fault: SchemaProblem.DateFault) -> Words {
    switch fault {
    case .form(let suggestion, let reason):
      let form = reasonWords(reason)
      return Words(
        id: "date.form",
        summary: "\(quoted(value)) of \(quoted(key)) is no date in the form read here",
        label: form, help: formHelp(suggestion, reason))
    case .noSuchDay(let year, let month, let day):
      let hint = (1...12).contains(month) ? "month \(month) of \(year) has no day \(day)" : nil
      return Words(
        id: "date.no-such-day", summary: "there is no day \(quoted(value))",
        label: hint ?? "there is no month \(month)", help: "dates are written year-month-day")
    case .noSuchTime(let suggestion):
      return Words(
        id: "date.no-such-time", summary: "no clock shows the time of \(quoted(value))",
        help: suggestion.map { "write '\($0)'" } ?? "hours are 00 to 23, minutes 00 to 59")
    case .noSuchOffset:
      return Words(
        id: "date.no-such-offset", summary: "no zone has the offset of \(quoted(value))",
        help: "offsets are written '+07:00', from -18:00 to +18:00")
    case .gap(let zone, let suggestion):
      return Words(
        id: "date.gap", summary: "the clocks of \(zone) skip \(quoted(value))",
        label: "they are set forward over this time",
        help: "write '\(suggestion)', or give the time with its offset")
    case .fold(let zone, let earlier, let later):
      return Words(
        id: "date.fold", summary: "the clocks of \(zone) show \(quoted(value)) twice",
        label: "the earlier one is taken", help: "write '\(earlier)' or '\(later)'")
    }
  }

  private func reasonWords(_ reason: SchemaProblem.FormReason) -> String {
    switch reason {
    case .timeWithDot: "a time is written with ':'"
    case .dayFirst, .ambiguous: "the year comes first"
    case .persian: "a day of the Persian calendar"
    case .digits: "digits are 0 to 9 here"
    case .monthName: "months are numbers here"
    case .separators: "numbers are joined by '-'"
    case .zoneName(let zone): "'\(zone)' is no offset"
    case .halfDay: "hours are 00 to 23"
    case .unixTime: "seconds since 1970"
    case .relative: "a build must not depend on the day it runs"
    case .missingZero: "months, days and hours have two digits"
    case .unknown: "not understood"
    }
  }

  private func formHelp(_ suggestion: String?, _ reason: SchemaProblem.FormReason) -> String {
    guard let suggestion else {
      return "write '2024-09-19' or '2024-09-19 10:41', with an offset if you like: "
        + "'2024-09-19T10:41:00+07:00'"
    }
    if case .ambiguous(let other) = reason {
      return "write '\(suggestion)', or '\(other)' if that is meant"
    }
    return "write '\(suggestion)'"
  }
}

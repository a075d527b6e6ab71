internal import Localization
internal import TemplateEngine

/// `date`: a moment or a day in a named style or a strftime pattern.
enum DateFilter {
  /// `{{ article.date | date("long") }}`, `date("%-d %B %Y", tz=…, locale=…, calendar=…)`.
  static let date = Builtin(
    "date",
    Signature(
      .required("value"), .optional("format", Value(static: "medium")), .optional("tz"),
      .optional("locale"), .optional("calendar"), .optional("numerals"))
  ) { arguments, context throws(RenderFault) in
    guard let text = arguments[0].text else {
      throw RenderFault(.wrongKind, arguments[0], Value(static: "a date"))
    }
    guard let time = time(text) else {
      throw RenderFault(
        .badValue, arguments[0], Value(static: "a date such as 2024-09-19T10:41:00+07:00"))
    }
    let pattern = try context.string(arguments[1]).string
    let options = try options(arguments)
    let start = context.beginText()
    try append(time, pattern, options, &context)
    return try context.endText(from: start)
  }

  private static func time(_ text: Text) -> TimeText? {
    // The text is readable for the whole render.
    let span = unsafe Span(_unsafeElements: text.buffer)
    return try? TimeText.parse(span)
  }

  private static func options(_ arguments: Arguments) throws(RenderFault) -> DateOptions {
    var options = DateOptions()
    if let zone = arguments[2].text?.string {
      guard Zone(identifier: zone) != nil else {
        throw RenderFault(
          .badValue, arguments[2], Value(static: "a time zone such as Asia/Jakarta"))
      }
      options.zone = zone
    }
    if let language = arguments[3].text?.string {
      guard LanguageTag(language) != nil else {
        throw RenderFault(.badValue, arguments[3], Value(static: "a language tag such as id"))
      }
      options.language = language
    }
    if let calendar = arguments[4].text?.string {
      guard let known = CalendarSystem(name: calendar) else {
        throw RenderFault(
          .badValue, arguments[4], Value(static: "gregorian, persian, islamic-umalqura"))
      }
      options.calendar = known
    }
    if let numerals = arguments[5].text?.string {
      guard let known = Numerals(name: numerals) else {
        throw RenderFault(.badValue, arguments[5], Value(static: "latn, arab or arabext"))
      }
      options.numerals = known
    }
    return options
  }

  private static func append(
    _ time: TimeText, _ pattern: String, _ options: DateOptions,
    _ context: inout RenderContext
  ) throws(RenderFault) {
    var options = options
    let host = context.host as? FormattingHost
    // Without a site there is no zone to show a moment in but its own.
    if host == nil, options.zone == nil, case .instant(_, let offset) = time {
      options.offset = offset
    }
    if pattern == "rfc3339" || pattern == "rfc822" {
      return appendForPrograms(time, pattern, zone(host, options), &context)
    }
    let formatting = host ?? FormattingHost.standard()
    do {
      let format = try formatting.dateFormat(pattern, options)
      switch time {
      case .day(let day): format.append(day, to: &context.scratch)
      default: format.append(time.resolve(in: zone(host, options)).instant, to: &context.scratch)
      }
    } catch {
      throw try unknownStyle(pattern, &context)
    }
  }

  private static func unknownStyle(
    _ pattern: String, _ context: inout RenderContext
  ) throws(RenderFault) -> RenderFault {
    RenderFault(
      .badValue, try context.arena.string(pattern),
      Value(static: "short, medium, long, full, rfc3339, rfc822 or a strftime pattern"))
  }

  private static func zone(_ host: FormattingHost?, _ options: DateOptions) -> Zone {
    options.applied(to: (host ?? FormattingHost.standard()).formats.conventions).zone
  }

  private static func appendForPrograms(
    _ time: TimeText, _ pattern: String, _ zone: Zone, _ context: inout RenderContext
  ) {
    var instant = time.resolve(in: zone).instant
    var offset = zone.offset(at: instant)
    if case .instant(let own, let ownOffset) = time { (instant, offset) = (own, ownOffset) }
    if pattern == "rfc3339" {
      context.scratch.append(rfc3339: instant, offset: offset)
    } else {
      context.scratch.append(rfc822: instant, offset: offset)
    }
  }
}

extension FormattingHost {
  /// The formats of a render without a site: English, the Gregorian calendar, UTC.
  static func standard() -> FormattingHost {
    FormattingHost(formats: EditionFormats(Conventions(language: .english)))
  }
}

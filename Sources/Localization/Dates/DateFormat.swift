package import Bytes

/// A date pattern compiled for one edition: writing a date is a walk over its parts.
package struct DateFormat: Sendable {
  let conventions: Conventions

  /// The language's own format of a style.
  package init(style: DateStyle, for conventions: Conventions) {
    self.conventions = conventions
  }

  /// The format of a strftime pattern, as `%-d %B %Y`.
  ///
  /// Directives are those of C and POSIX, flags `-` `_` `0` `^`; names are the language's, digits,
  /// calendar and zone the conventions'.
  package init(pattern: String, for conventions: Conventions) throws(DatePatternProblem) {
    self.conventions = conventions
  }

  /// Appends `instant` as the edition's clocks show it.
  package func append(_ instant: Instant, to buffer: inout ByteBuffer) {
    buffer.append(isoDate: conventions.zone.local(at: instant).date)
  }

  /// Appends a day; its clock, where the format shows one, stands at 00:00.
  package func append(_ date: CivilDate, to buffer: inout ByteBuffer) {
    buffer.append(isoDate: date)
  }
}

/// What is wrong with a date pattern, and where in its UTF-8 bytes.
package struct DatePatternProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A `%` followed by a letter that means nothing; the payload is the whole directive.
    case unknownDirective(String)
    /// A `%` at the end.
    case unfinishedDirective
  }
  package var kind: Kind
  package var range: Range<Int>
}

/// The names of months and weekdays, for archives and calendars.
package struct DateNames: Sendable {
  /// Months in the form that stands in a date (Slavic languages: the genitive), from the first.
  package let months: [String]
  /// Months in the form that stands alone.
  package let standaloneMonths: [String]
  package let shortMonths: [String]
  /// Weekdays, from Sunday.
  package let weekdays: [String]
  package let shortWeekdays: [String]

  /// The names that `language` has for `calendar`.
  package init(language: LanguageTag, calendar: CalendarSystem) {
    months = []
    standaloneMonths = []
    shortMonths = []
    weekdays = []
    shortWeekdays = []
  }
}

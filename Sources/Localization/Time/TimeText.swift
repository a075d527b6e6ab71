/// A time as people and programs write it: `2024-09-19`, `2024-09-19 10:41`, `2024-09-19T10:41:00+07:00`.
///
/// The forms are those of the W3C note "Date and Time Formats" from the day on, which contain
/// RFC 3339; a space or a small `t` may stand for the `T`, a space before the offset is allowed.
package enum TimeText: Hashable, Sendable {
  case day(CivilDate)
  /// A day and a time without an offset: which instant it is depends on a zone.
  case local(LocalTime)
  /// A time with `Z` or an offset; `offset` is in seconds.
  case instant(Instant, offset: Int)

  /// Why a text is not a time.
  package enum Problem: Error, Hashable, Sendable {
    /// Another form than the three above.
    case form
    /// There is no such day, as 30 February.
    case noSuchDay(year: Int, month: Int, day: Int)
    /// No clock shows it, as 24:10.
    case noSuchTime(hour: Int, minute: Int, second: Int)
    /// An offset beyond 18 hours, or with minutes beyond 59.
    case noSuchOffset
  }

  /// Reads all of `text`; white space around it is not allowed.
  package static func parse(_ text: String) throws(Problem) -> TimeText {
    try parse(text.utf8.span)
  }

  /// Reads all of `text`; white space around it is not allowed.
  package static func parse(_ text: Span<UInt8>) throws(Problem) -> TimeText {
    throw .form
  }

  /// The instant meant, read in `zone` where the text has no offset (a day begins at 00:00).
  package func resolve(in zone: Zone) -> LocalResolution {
    switch self {
    case .day(let day): zone.resolve(LocalTime(startOf: day))
    case .local(let local): zone.resolve(local)
    case .instant(let instant, offset: _): .exact(instant)
    }
  }
}

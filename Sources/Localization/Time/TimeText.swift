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
    guard text.count <= 64 else { throw .form }
    var reader = TimeReader(text)
    guard let year = reader.digits(4), reader.skip("-"), let month = reader.digits(2),
      reader.skip("-"), let day = reader.digits(2)
    else { throw .form }
    let date = CivilDate(year: year, month: month, day: day)
    guard !reader.isAtEnd || date != nil else {
      throw .noSuchDay(year: year, month: month, day: day)
    }
    if reader.isAtEnd, let date { return .day(date) }
    let clock = try reader.clock()
    let offset = try reader.offset()
    guard reader.isAtEnd else { throw .form }
    guard let date else { throw .noSuchDay(year: year, month: month, day: day) }
    guard let local = LocalTime(date, hour: clock[0], minute: clock[1], second: clock[2]) else {
      throw .noSuchTime(hour: clock[0], minute: clock[1], second: clock[2])
    }
    guard let offset else { return .local(local) }
    return .instant(Instant(local, offset: offset), offset: offset)
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

/// Reads the parts of a time from left to right.
private struct TimeReader {
  private let text: [UInt8]
  private var place = 0

  /// Copies the text, because a span cannot be stored.
  init(_ text: Span<UInt8>) {
    self.text = text.indices.map { text[$0] }
  }

  var isAtEnd: Bool { place == text.count }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard place < text.count, text[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  /// Exactly `count` digits.
  mutating func digits(_ count: Int) -> Int? {
    guard place + count <= text.count else { return nil }
    var value = 0
    for index in place..<place + count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    place += count
    return value
  }

  /// `T10:41`, `10:41:07` or `10:41:07.25`; the fraction is dropped.
  mutating func clock() throws(TimeText.Problem) -> [3 of Int] {
    guard skip("T") || skip("t") || skip(" "), let hour = digits(2), skip(":"),
      let minute = digits(2)
    else { throw .form }
    guard skip(":") else { return [hour, minute, 0] }
    guard let second = digits(2) else { throw .form }
    if skip(".") {
      guard digits(1) != nil else { throw .form }
      while digits(1) != nil {}
    }
    return [hour, minute, second]
  }

  /// `Z`, `+07:00`, `-0330` or `+07`, in seconds; nothing at the end of the text.
  mutating func offset() throws(TimeText.Problem) -> Int? {
    if isAtEnd { return nil }
    _ = skip(" ")
    if skip("Z") || skip("z") { return 0 }
    let isNegative = skip("-")
    guard isNegative || skip("+"), let hours = digits(2) else { throw .form }
    var minutes = 0
    if !isAtEnd {
      _ = skip(":")
      guard let written = digits(2) else { throw .form }
      minutes = written
    }
    guard minutes < 60, hours * 60 + minutes <= 18 * 60 else { throw .noSuchOffset }
    let seconds = hours * 3600 + minutes * 60
    return isNegative ? -seconds : seconds
  }
}

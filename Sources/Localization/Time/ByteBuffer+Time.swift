package import Bytes

/// The forms of a time that programs read; never localised.
extension ByteBuffer {
  /// Appends `2024-09-19T10:41:00+07:00` (RFC 3339); UTC ends in `Z`.
  package mutating func append(rfc3339 instant: Instant, offset: Int) {
    let local = instant.local(offset: offset)
    append(isoDate: local.date)
    append(UInt8(ascii: "T"))
    append(clock: local)
    guard offset != 0 else { return append(UInt8(ascii: "Z")) }
    append(offset: offset, separator: ":")
  }

  /// Appends `Thu, 19 Sep 2024 10:41:00 +0700` (RFC 822 with the years of RFC 2822).
  package mutating func append(rfc822 instant: Instant, offset: Int) {
    let local = instant.local(offset: offset)
    append(englishDays[local.date.weekday.rawValue])
    append(", ")
    append(twoDigits: local.date.day)
    append(UInt8(ascii: " "))
    append(englishMonths[local.date.month - 1])
    append(UInt8(ascii: " "))
    append(year: local.date.year)
    append(UInt8(ascii: " "))
    append(clock: local)
    append(UInt8(ascii: " "))
    append(offset: offset, separator: "")
  }

  /// Appends `2024-09-19`.
  package mutating func append(isoDate date: CivilDate) {
    append(year: date.year)
    append(UInt8(ascii: "-"))
    append(twoDigits: date.month)
    append(UInt8(ascii: "-"))
    append(twoDigits: date.day)
  }

  private mutating func append(clock local: LocalTime) {
    append(twoDigits: local.hour)
    append(UInt8(ascii: ":"))
    append(twoDigits: local.minute)
    append(UInt8(ascii: ":"))
    append(twoDigits: local.second)
  }

  private mutating func append(year: Int) {
    guard (0...9999).contains(year) else { return append(decimal: year, width: 4) }
    append(twoDigits: year / 100)
    append(twoDigits: year % 100)
  }

  /// Appends a number from 0 to 99.
  private mutating func append(twoDigits number: Int) {
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Appends `+07:00`; offsets of old local mean times lose their seconds, as the formats require.
  mutating func append(offset: Int, separator: StaticString) {
    let minutes = abs(offset) / 60
    append(offset < 0 && minutes > 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    append(twoDigits: minutes / 60)
    append(separator)
    append(twoDigits: minutes % 60)
  }
}

private let englishDays: [StaticString] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

private let englishMonths: [StaticString] = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

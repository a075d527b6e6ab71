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
    append(decimal: local.date.day, width: 2)
    append(UInt8(ascii: " "))
    append(englishMonths[local.date.month - 1])
    append(UInt8(ascii: " "))
    append(decimal: local.date.year, width: 4)
    append(UInt8(ascii: " "))
    append(clock: local)
    append(UInt8(ascii: " "))
    append(offset: offset, separator: "")
  }

  /// Appends `2024-09-19`.
  package mutating func append(isoDate date: CivilDate) {
    append(decimal: date.year, width: 4)
    append(UInt8(ascii: "-"))
    append(decimal: date.month, width: 2)
    append(UInt8(ascii: "-"))
    append(decimal: date.day, width: 2)
  }

  private mutating func append(clock local: LocalTime) {
    append(decimal: local.hour, width: 2)
    append(UInt8(ascii: ":"))
    append(decimal: local.minute, width: 2)
    append(UInt8(ascii: ":"))
    append(decimal: local.second, width: 2)
  }

  /// Appends `+07:00`; offsets of old local mean times lose their seconds, as the formats require.
  mutating func append(offset: Int, separator: StaticString) {
    let minutes = abs(offset) / 60
    append(offset < 0 && minutes > 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    append(decimal: minutes / 60, width: 2)
    append(separator)
    append(decimal: minutes % 60, width: 2)
  }
}

private let englishDays: [StaticString] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

private let englishMonths: [StaticString] = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

internal import Bytes
internal import Localization

/// The parts that dates in other forms are made of.
extension DateHint {
  /// What stands at the end of a date besides numbers.
  struct Tail {
    var rest: String
    var zone: String?
    var offset: String?
    /// `PM`, or not for `AM`.
    var isAfternoon: Bool?
  }

  /// Takes `WIB`, `Asia/Jakarta`, `UTC`, `AM` or `PM` off the end.
  static func zoneTail(of text: String) -> Tail {
    var tail = Tail(rest: text)
    guard let space = text.lastIndex(of: " ") else { return tail }
    let last = String(text[text.index(after: space)...])
    let rest = String(text[..<space])
    switch last.lowercased() {
    case "pm", "p.m.": tail = Tail(rest: rest, isAfternoon: true)
    case "am", "a.m.": tail = Tail(rest: rest, isAfternoon: false)
    default:
      guard let offset = offset(of: last, at: rest) else { return tail }
      tail = Tail(rest: rest, zone: last, offset: offset)
    }
    return tail
  }

  /// The offset of a zone by its name; of an IANA zone, the one at that time.
  static func offset(of zone: String, at text: String) -> String? {
    let fixed = [
      "WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00", "UTC": "Z", "GMT": "Z", "IRST": "+03:30",
      "CET": "+01:00", "CEST": "+02:00", "EST": "-05:00", "EDT": "-04:00", "MSK": "+03:00",
    ]
    if let offset = fixed[zone] { return offset }
    guard zone.contains("/"), let place = Zone(identifier: zone) else { return nil }
    let seconds = place.offset(at: Instant(seconds: approximateSeconds(of: text)))
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60)
  }

  /// The middle of the year that stands in `text`: right for every zone without summer time.
  static func approximateSeconds(of text: String) -> Int64 {
    let year = numbers(in: text).first { $0 > 31 } ?? 2000
    let date = CivilDate(year: min(max(year, 1970), 9999), month: 7, day: 1)
    return Int64(date?.daysSinceEpoch ?? 0) * 86400
  }

  static func numbers(in text: String) -> [Int] {
    text.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      .compactMap { Int(String(Substring($0))) }
  }

  static func hasLetters(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic && $0 != "T" && $0 != "Z" }
  }

  static func clock(
    after count: Int, in numbers: [Int], isAfternoon: Bool? = nil
  ) -> String {
    let clock = Array(numbers.dropFirst(count))
    guard clock.count >= 2, clock[0] < 24, clock[1] < 60 else { return "" }
    var hour = clock[0]
    if isAfternoon == true, hour < 12 { hour += 12 }
    if isAfternoon == false, hour == 12 { hour = 0 }
    return self.clock(hour, clock[1])
  }

  static func clock(_ hour: Int, _ minute: Int) -> String {
    " \(twoDigits(hour)):\(twoDigits(minute))"
  }

  static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  static func text(of date: CivilDate) -> String {
    var buffer = ByteBuffer(capacity: 16)
    buffer.append(isoDate: date)
    return buffer.string()
  }

  /// Arabic-Indic and Persian digits as ASCII ones.
  static func asciiDigits(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x30) ?? scalar
          case 0x06F0...0x06F9: Unicode.Scalar(scalar.value - 0x06F0 + 0x30) ?? scalar
          default: scalar
          }
        }))
  }
}

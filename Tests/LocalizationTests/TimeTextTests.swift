import Testing

import Bytes
import Localization

private struct Reading: CustomTestStringConvertible {
  var text: String
  var result: String
  var testDescription: String { text }

  init(_ text: String, _ result: String) {
    self.text = text
    self.result = result
  }
}

struct TimeTextTests {
  @Test(arguments: [
    Reading("2024-09-19", "day 2024-09-19"),
    Reading("2024-09-19 10:41", "local 2024-09-19T10:41:00Z"),
    Reading("2024-09-19T10:41", "local 2024-09-19T10:41:00Z"),
    Reading("2024-09-19T10:41:45", "local 2024-09-19T10:41:45Z"),
    Reading("2024-09-19T10:41Z", "2024-09-19T10:41:00Z"),
    Reading("2024-09-19t10:41:00.250z", "2024-09-19T10:41:00Z"),
    Reading("2024-09-19T10:41:00+07:00", "2024-09-19T10:41:00+07:00"),
    Reading("2024-09-19 10:41:00 +0700", "2024-09-19T10:41:00+07:00"),
    Reading("2024-09-19 10:41-03:30", "2024-09-19T10:41:00-03:30"),
    Reading("2024-09-19 10:41+07", "2024-09-19T10:41:00+07:00"),
    Reading("2024-09-19 23:59-00:00", "2024-09-19T23:59:00Z"),
    Reading("1900-01-01T00:00Z", "1900-01-01T00:00:00Z"),
  ])
  private func `the forms of RFC 3339 and their short forms are read`(reading: Reading) throws {
    #expect(try shown(TimeText.parse(reading.text)) == reading.result)
  }

  @Test(arguments: [
    ("2024-02-30", TimeText.Problem.noSuchDay(year: 2024, month: 2, day: 30)),
    ("2024-02-30 10:41", .noSuchDay(year: 2024, month: 2, day: 30)),
    ("2024-13-01", .noSuchDay(year: 2024, month: 13, day: 1)),
    ("2024-09-19 24:00", .noSuchTime(hour: 24, minute: 0, second: 0)),
    ("2024-09-19 10:60", .noSuchTime(hour: 10, minute: 60, second: 0)),
    ("2024-09-19 10:41:60", .noSuchTime(hour: 10, minute: 41, second: 60)),
    ("2024-09-19 10:41+19:00", .noSuchOffset),
    ("2024-09-19 10:41+07:60", .noSuchOffset),
    ("19/09/2024", .form), ("2024-9-19", .form), ("2024-09-19 10.41", .form), ("", .form),
    ("2024-09-19 ", .form), (" 2024-09-19", .form), ("2024-09-19 10:41 WIB", .form),
    ("2024-09-19T10", .form), ("2024-09-19 10:41:", .form), ("2024-09-19 10:41:00.", .form),
    ("۱۴۰۳-۰۶-۲۹", .form), ("20240919", .form), ("2024-09-19 10:41+7", .form),
  ])
  func `anything else says why it is not a time`(text: String, problem: TimeText.Problem) {
    #expect(throws: problem) { try TimeText.parse(text) }
  }

  private func shown(_ time: TimeText) -> String {
    var buffer = ByteBuffer()
    switch time {
    case .day(let date):
      buffer.append("day ")
      buffer.append(isoDate: date)
    case .local(let local):
      buffer.append("local ")
      buffer.append(rfc3339: Instant(local, offset: 0), offset: 0)
    case .instant(let instant, let offset): buffer.append(rfc3339: instant, offset: offset)
    }
    return buffer.string()
  }
}

import Foundation
import Testing

import Localization

struct UmalquraTableTests {
  @Test func `the table says what Foundation says`() throws {
    let zone = try #require(TimeZone(identifier: "UTC"))
    var calendar = Calendar(identifier: .islamicUmmAlQura)
    calendar.timeZone = zone
    var rows: [String] = []
    for year in UmalquraCalendar.years {
      var bits = 0
      for month in 1...12 {
        let first = try #require(calendar.date(from: DateComponents(year: year, month: month)))
        let length = try #require(calendar.range(of: .day, in: .month, for: first)).count
        #expect(length == 29 || length == 30)
        if length == 30 { bits |= 1 << (month - 1) }
      }
      let text = String(bits, radix: 16)
      rows.append(String(repeating: "0", count: 3 - text.count) + text)
    }
    let lines = stride(from: 0, to: rows.count, by: 10).map {
      rows[$0..<min($0 + 10, rows.count)].joined(separator: " ")
    }
    let table = TableFile(
      name: "UmalquraTable", source: "bits of the months of 30 days, from 1300 AH on",
      version: "1300-1600",
      summary: "Lengths of months; `UmalquraCalendar` reads it.")
    try table.check(lines)
  }
}

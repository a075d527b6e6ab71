import Foundation
import Testing

import Localization

struct ZoneTests {
  @Test(
    .enabled(if: TimeZone.timeZoneDataVersion == ZoneTable.version),
    arguments: [
      "Asia/Jakarta", "Asia/Tehran", "America/New_York", "Europe/London", "Asia/Kabul",
      "Africa/Casablanca", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo",
      "Asia/Gaza", "Europe/Dublin", "America/Nuuk", "Antarctica/Troll", "Asia/Kathmandu", "UTC",
    ])
  func `offsets from 1970 to 2100 are those of Foundation`(name: String) throws {
    let zone = try #require(Zone(identifier: name))
    let reference = try #require(TimeZone(identifier: name))
    for seconds in stride(from: Int64(0), to: 4_102_444_800, by: 86_400 + 3571) {
      let expected = reference.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      try #require(zone.offset(at: Instant(seconds: seconds)) == expected, "\(seconds)")
    }
  }

  @Test(.enabled(if: TimeZone.timeZoneDataVersion == ZoneTable.version))
  func `every zone of Foundation is known and agrees in this century`() throws {
    for name in TimeZone.knownTimeZoneIdentifiers {
      let zone = try #require(Zone(identifier: name), "\(name)")
      let reference = try #require(TimeZone(identifier: name))
      for seconds in stride(from: Int64(946_684_800), to: 4_102_444_800, by: 86_400 * 11 + 3607) {
        let expected = reference.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        guard zone.offset(at: Instant(seconds: seconds)) != expected else { continue }
        Issue.record("\(name) \(seconds)")
        break
      }
    }
  }

  @Test(arguments: [
    "WIB", "GMT+7", "asia/jakarta", "", "Asia", "Asia/Jakarta ", "../UTC", "|", "+07:00",
  ])
  func `what is not a name of the database is no zone`(name: String) {
    #expect(Zone(identifier: name) == nil)
  }

  @Test func `old names are known and all names are sorted`() {
    #expect(Zone(identifier: "Asia/Saigon")?.offset(at: Instant(seconds: 0)) == 28_800)
    #expect(Zone.knownIdentifiers.contains("Asia/Kolkata"))
    #expect(Zone.knownIdentifiers == Zone.knownIdentifiers.sorted())
  }

  @Test(arguments: [
    ("Asia/Tehran", "2024-09-19 23:59", "2024-09-20 00:01"),
    ("Asia/Jakarta", "2024-09-19 23:59", "2024-09-20 00:01"),
    ("America/New_York", "2024-03-09 23:59", "2024-03-10 00:01"),
    ("America/New_York", "2024-11-02 23:59", "2024-11-03 00:01"),
    ("America/New_York", "2024-11-03 23:59", "2024-11-04 00:01"),
    ("America/New_York", "1900-12-31 23:59", "1901-01-01 00:01"),
    ("America/New_York", "2099-07-04 23:59", "2099-07-05 00:01"),
  ])
  func `a time just before and after midnight stays on its day`(
    name: String, before: String, after: String
  ) throws {
    let zone = try #require(Zone(identifier: name))
    for text in [before, after] {
      guard case .exact(let instant) = try TimeText.parse(text).resolve(in: zone),
        case .local(let local) = try TimeText.parse(text)
      else {
        Issue.record("\(text) is not exact")
        continue
      }
      #expect(zone.local(at: instant) == local)
    }
  }

  @Test func `a time that the clocks jump over is a gap`() throws {
    #expect(try resolve("2024-03-10 02:30", "America/New_York") == "gap 2024-03-10T07:30:00Z")
    #expect(try resolve("2024-03-10 02:00", "America/New_York") == "gap 2024-03-10T07:00:00Z")
    #expect(try resolve("2024-03-10 01:59", "America/New_York") == "2024-03-10T06:59:00Z")
    #expect(try resolve("2024-03-10 03:00", "America/New_York") == "2024-03-10T07:00:00Z")
    #expect(try resolve("2022-03-22 00:30", "Asia/Tehran") == "gap 2022-03-21T21:00:00Z")
    // Samoa left out a whole day.
    #expect(try resolve("2011-12-30 12:00", "Pacific/Apia") == "gap 2011-12-30T22:00:00Z")
  }

  @Test func `a time that the clocks show twice is a fold`() throws {
    #expect(
      try resolve("2024-11-03 01:30", "America/New_York")
        == "fold 2024-11-03T05:30:00Z 2024-11-03T06:30:00Z")
    #expect(try resolve("2024-11-03 02:00", "America/New_York") == "2024-11-03T07:00:00Z")
    #expect(
      try resolve("2022-09-21 23:30", "Asia/Tehran")
        == "fold 2022-09-21T19:00:00Z 2022-09-21T20:00:00Z")
  }

  @Test func `every local time of two centuries resolves to what shows it`() throws {
    let zone = try #require(Zone(identifier: "America/New_York"))
    for seconds in stride(from: Int64(-2_208_988_800), to: 4_133_980_800, by: 10_007) {
      let local = LocalTime(secondsOnItsClock: seconds)
      switch zone.resolve(local) {
      case .exact(let instant): #expect(zone.local(at: instant) == local)
      case .fold(let earlier, let later):
        #expect(zone.local(at: earlier) == local && zone.local(at: later) == local)
        #expect(earlier < later)
      case .gap(let instant): #expect(zone.local(at: instant) > local)
      }
    }
  }

  private func resolve(_ text: String, _ name: String) throws -> String {
    let zone = try #require(Zone(identifier: name))
    return switch try TimeText.parse(text).resolve(in: zone) {
    case .exact(let instant): utc(instant)
    case .gap(let instant): "gap " + utc(instant)
    case .fold(let earlier, let later): "fold \(utc(earlier)) \(utc(later))"
    }
  }
}

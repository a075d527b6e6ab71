import Foundation
import Testing

import Bytes
import Localization

struct DateFormatTests {
  @Test(arguments: [
    ("id", "Asia/Jakarta", "Kamis, 19 September 2024 pukul 10.41 WIB"),
    ("id", "Asia/Makassar", "Kamis, 19 September 2024 pukul 11.41 WITA"),
    ("id", "Asia/Jayapura", "Kamis, 19 September 2024 pukul 12.41 WIT"),
    ("id", "Asia/Tehran", "Kamis, 19 September 2024 pukul 07.11 GMT+3:30"),
    ("en", "Asia/Jakarta", "Thursday, 19 September 2024 at 10:41 GMT+7"),
    ("en-US", "America/New_York", "Wednesday, September 18, 2024 at 11:41 PM GMT-4"),
    ("en", "UTC", "Thursday, 19 September 2024 at 03:41 UTC"),
    ("en", "Europe/London", "Thursday, 19 September 2024 at 04:41 GMT+1"),
    ("fa", "Asia/Tehran", "پنجشنبه ۲۹ شهریور ۱۴۰۳، ساعت ۷:۱۱ به وقت تهران"),
    ("prs", "Asia/Kabul", "پنجشنبه ۲۹ سنبله ۱۴۰۳، ساعت ۸:۱۱ به وقت کابل"),
    ("ar", "Asia/Riyadh", "الخميس، 19 سبتمبر 2024، 6:41 ص غرينتش+3"),
    ("de", "Europe/Berlin", "Donnerstag, 19. September 2024 um 05:41 GMT+2"),
    ("fr", "Europe/Paris", "jeudi 19 septembre 2024 à 05:41 UTC+2"),
    ("ru", "Europe/Moscow", "четверг, 19 сентября 2024\u{202F}г. в 06:41 GMT+3"),
    ("th", "Asia/Bangkok", "วันพฤหัสบดีที่ 19 กันยายน 2024 เวลา 10:41 GMT+7"),
    ("zh-TW", "Asia/Taipei", "2024年9月19日 星期四 上午11:41 GMT+8"),
    ("qqq", "UTC", "Thursday, 19 September 2024 at 03:41 UTC"),
  ])
  func `the full style is the language's own`(tag: String, zone: String, text: String) throws {
    #expect(try formatted(.full, conventions(tag, zone)) == text)
  }

  @Test(arguments: [
    ("id", "19/09/2024", "19 Sep 2024", "19 September 2024", "10.41"),
    ("en", "19/09/2024", "19 Sep 2024", "19 September 2024", "10:41"),
    ("en-US", "9/19/2024", "Sep 19, 2024", "September 19, 2024", "10:41 AM"),
    ("fa", "۱۴۰۳/۰۶/۲۹", "۲۹ شهریور ۱۴۰۳", "۲۹ شهریور ۱۴۰۳", "۱۰:۴۱"),
    ("ps", "۱۴۰۳/۰۶/۲۹", "۲۹ وږی ۱۴۰۳", "۲۹ وږی ۱۴۰۳", "۱۰:۴۱"),
    ("ar-LB", "19\u{200F}/9\u{200F}/2024", "19 أيلول 2024", "19 أيلول 2024", "10:41 ص"),
  ])
  func `each style has its pattern`(
    tag: String, short: String, medium: String, long: String, time: String
  ) throws {
    let conventions = try conventions(tag, "Asia/Jakarta")
    #expect(try formatted(.short, conventions) == short)
    #expect(try formatted(.medium, conventions) == medium)
    #expect(try formatted(.long, conventions) == long)
    #expect(try formatted(.time, conventions) == time)
  }

  @Test(arguments: [
    ("fa", CalendarSystem.gregorian, "۱۹ سپتامبر ۲۰۲۴"),
    ("fa", .islamicUmalqura, "۱۶ ربیع‌الاول ۱۴۴۶"),
    ("ar", .islamicUmalqura, "16 ربيع الأول 1446 هـ"), ("ar", .persian, "29 شهريور 1403"),
    ("en", .islamicUmalqura, "16 Rabiʻ I 1446 AH"), ("en", .persian, "29 Shahrivar 1403"),
    ("id", .islamicCivil, "15 Rabiulawal 1446 H"), ("id", .persian, "29 Shahrivar 1403"),
  ])
  func `a date in another calendar keeps the language`(
    tag: String, calendar: CalendarSystem, text: String
  ) throws {
    var conventions = try conventions(tag, "Asia/Jakarta")
    conventions.calendar = calendar
    #expect(try formatted(.long, conventions) == text)
  }

  @Test(arguments: [
    ("%-d %B %Y", "19 September 2024"), ("%A, %d %b %y", "Kamis, 19 Sep 24"),
    ("%Y-%m-%dT%H:%M:%S%:z", "2024-09-19T10:41:05+07:00"), ("%z %Z", "+0700 WIB"),
    ("%e|%k|%l|%_m|%0e|%-m|%-H", "19|10|10| 9|19|9|10"),
    ("%j %u %w %U %W %V %G %g", "263 4 4 37 38 38 2024 24"),
    ("%I:%M %p %P", "10:41 AM am"), ("%^a %^B", "KAM SEPTEMBER"),
    ("%F %T %R %D", "2024-09-19 10:41:05 10:41 09/19/2024"),
    ("%s%%%n%t", "1726717265%\n\t"), ("%C %h", "20 Sep"), ("", ""),
    ("tanpa tanggal", "tanpa tanggal"),
    ("%x %X", "19/09/2024 10.41"), ("%c", "Kamis, 19 September 2024 pukul 10.41 WIB"),
    ("%Od %EY", "19 2024"),
  ])
  func `strftime directives are understood`(pattern: String, text: String) throws {
    let format = try DateFormat(pattern: pattern, for: conventions("id", "Asia/Jakarta"))
    var buffer = ByteBuffer()
    format.append(Instant(seconds: 1_726_717_265), to: &buffer)
    #expect(buffer.string() == text)
  }

  @Test func `patterns use the edition's calendar and digits`() throws {
    let format = try DateFormat(
      pattern: "%A %-d %B %Y، %H:%M (%F)", for: conventions("fa", "Asia/Tehran"))
    var buffer = ByteBuffer()
    format.append(Instant(seconds: 1_726_717_260), to: &buffer)
    #expect(buffer.string() == "پنجشنبه ۲۹ شهریور ۱۴۰۳، ۰۷:۱۱ (2024-09-19)")
  }

  @Test(arguments: [
    ("%d %Q", DatePatternProblem(kind: .unknownDirective("%Q"), range: 3..<5)),
    ("%-", DatePatternProblem(kind: .unfinishedDirective, range: 0..<2)),
    ("100%", DatePatternProblem(kind: .unfinishedDirective, range: 3..<4)),
    ("%ß", DatePatternProblem(kind: .unknownDirective("%ß"), range: 0..<3)),
  ])
  func `a wrong pattern says where`(pattern: String, problem: DatePatternProblem) throws {
    let conventions = try conventions("id", "Asia/Jakarta")
    #expect(throws: problem) { try DateFormat(pattern: pattern, for: conventions) }
  }

  @Test func `week numbers agree with Foundation`() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let format = try DateFormat(pattern: "%G-%V", for: conventions("en", "UTC"))
    var buffer = ByteBuffer()
    for days in 10_000..<22_000 {
      buffer.removeAll()
      format.append(CivilDate(daysSinceEpoch: days), to: &buffer)
      let parts = calendar.dateComponents(
        [.weekOfYear, .yearForWeekOfYear], from: Date(timeIntervalSince1970: Double(days) * 86_400))
      let week = try #require(parts.weekOfYear)
      let year = try #require(parts.yearForWeekOfYear)
      #expect(buffer.string() == "\(year)-\(week < 10 ? "0" : "")\(week)")
    }
  }

  @Test func `every language of the table compiles in every style and calendar`() throws {
    for row in LanguageTable.rows.split(separator: "\n") {
      let tag = String(row.prefix { $0 != "\t" })
      var conventions = try conventions(tag, "Asia/Jakarta")
      for calendar in CalendarSystem.allCases {
        conventions.calendar = calendar
        let names = DateNames(language: conventions.language, calendar: calendar)
        #expect(names.months.count == 12 && names.standaloneMonths.count == 12, "\(tag)")
        #expect(names.weekdays.count == 7 && names.shortWeekdays.count == 7, "\(tag)")
        for style in DateStyle.allCases {
          #expect(try !formatted(style, conventions).isEmpty)
        }
      }
    }
  }

  private func conventions(_ tag: String, _ zone: String) throws -> Conventions {
    Conventions(
      language: try #require(LanguageTag(tag)), zone: try #require(Zone(identifier: zone)))
  }

  private func formatted(_ style: DateStyle, _ conventions: Conventions) throws -> String {
    var buffer = ByteBuffer()
    DateFormat(style: style, for: conventions).append(Instant(seconds: 1_726_717_260), to: &buffer)
    return buffer.string()
  }
}

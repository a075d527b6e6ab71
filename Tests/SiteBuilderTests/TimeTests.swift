import Foundation
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// What depends on the moment of the build, and on which clock a date is read from.
struct TimeTests {
  /// A date on the clock of a zone, and where the story belongs.
  struct Midnight: CustomTestStringConvertible, Sendable {
    var zone: String
    var calendar: String
    var date: String
    var page: String
    var archive: String

    var testDescription: String { "\(date) in \(zone)" }
  }

  @Test(arguments: [
    // The last minute of the Persian month Shahrivar 1403 and the first of Mehr.
    Midnight(
      zone: "Asia/Tehran", calendar: "persian", date: "2024-09-21 23:59", page: "2024/09",
      archive: "1403/06"),
    Midnight(
      zone: "Asia/Tehran", calendar: "persian", date: "2024-09-22 00:01", page: "2024/09",
      archive: "1403/07"),
    // 20:29Z and 20:31Z: offsets other than the zone's, the instant counts.
    Midnight(
      zone: "Asia/Tehran", calendar: "persian", date: "2024-09-21T20:29Z", page: "2024/09",
      archive: "1403/06"),
    Midnight(
      zone: "Asia/Tehran", calendar: "persian", date: "2024-09-21T20:31Z", page: "2024/09",
      archive: "1403/07"),
    // The last minute of the Persian year 1402.
    Midnight(
      zone: "Asia/Tehran", calendar: "persian", date: "2024-03-19 23:59", page: "2024/03",
      archive: "1402/12"),
    Midnight(
      zone: "Asia/Tehran", calendar: "persian", date: "2024-03-20 00:01", page: "2024/03",
      archive: "1403/01"),
    Midnight(
      zone: "Asia/Jakarta", calendar: "gregorian", date: "2024-09-30 23:59", page: "2024/09",
      archive: "2024/09"),
    Midnight(
      zone: "Asia/Jakarta", calendar: "gregorian", date: "2024-10-01 00:01", page: "2024/10",
      archive: "2024/10"),
    Midnight(
      zone: "Asia/Jakarta", calendar: "gregorian", date: "2024-09-30T17:01Z", page: "2024/10",
      archive: "2024/10"),
    // Summer time: four hours behind UTC.
    Midnight(
      zone: "America/New_York", calendar: "gregorian", date: "2024-09-01T03:59Z", page: "2024/08",
      archive: "2024/08"),
    Midnight(
      zone: "America/New_York", calendar: "gregorian", date: "2024-09-01T04:01Z", page: "2024/09",
      archive: "2024/09"),
    // Winter time: five.
    Midnight(
      zone: "America/New_York", calendar: "gregorian", date: "2024-12-01T04:59Z", page: "2024/11",
      archive: "2024/11"),
    Midnight(
      zone: "America/New_York", calendar: "gregorian", date: "2024-12-01 00:01", page: "2024/12",
      archive: "2024/12"),
  ])
  func `a story falls on the day of its edition's clock`(midnight: Midnight) async throws {
    let site = try SampleSite([
      "Content/site.yaml": """
      base_url: https://kabar.example
      theme: none
      timezone: \(midnight.zone)
      calendar: \(midnight.calendar)
      """,
      "Templates/default.html":
        "{% if list is defined and list.items is defined %}{% for s in list.items %}"
        + "{{ s.title }}{% endfor %}{% endif %}",
      "Content/a.md": SampleSite.article("A", date: midnight.date),
    ])
    let report = try await site.build()
    #expect(site.printed(report) == "")
    #expect(site.folder.exists("Public/\(midnight.page)/a/index.html"))
    #expect(try site.page("archive/\(midnight.archive)/index.html") == "A")
    let months = try site.paths().filter {
      $0.hasPrefix("archive/") && $0.split(separator: "/").count == 4
    }
    #expect(months == ["archive/\(midnight.archive)/index.html"])
  }

  @Test func `a time that clocks skip is an error, one they show twice a warning`() async throws {
    let zone = "base_url: https://kabar.example\ntimezone: America/New_York\n"
    let skipped = try SampleSite([
      "Content/site.yaml": zone, "Content/a.md": SampleSite.article("A", date: "2024-03-10 02:30"),
    ])
    #expect(try await skipped.build().errors == 1)
    let twice = try SampleSite([
      "Content/site.yaml": zone, "Content/a.md": SampleSite.article("A", date: "2024-11-03 01:30"),
    ])
    let report = try await twice.build()
    #expect(report.errors == 0)
    #expect(report.warnings == 1)
  }

  // MARK: - States

  /// What a rule makes of a story before and after its instant.
  struct Change: CustomTestStringConvertible, Sendable {
    var keys: String
    var before: StoryState
    var after: StoryState
    var date = "2024-09-01"

    var testDescription: String { keys.isEmpty ? "date" : keys }
  }

  @Test(arguments: [
    Change(keys: "", before: .scheduled, after: .live, date: "2024-09-19 10:41"),
    Change(keys: "embargo: 2024-09-19 10:41", before: .embargoed, after: .live),
    Change(keys: "expires: 2024-09-19 10:41", before: .live, after: .unlisted),
    Change(keys: "expires: 2024-09-19 10:41\non_expiry: gone", before: .live, after: .expired),
    Change(keys: "draft: true\nembargo: 2024-09-19 10:41", before: .draft, after: .draft),
    Change(
      keys: "withdrawn: {at: 2024-09-19 10:41, text: Ditarik.}", before: .withdrawn,
      after: .withdrawn),
  ])
  func `a story changes its state at its instant`(change: Change) async throws {
    let site = try SampleSite(
      SampleSite.plainTheme.merging([
        "Content/site.yaml": SampleSite.settings + "theme: none\n",
        "Content/a.md": SampleSite.article("Kisah", date: change.date, change.keys),
        "Content/b.md": SampleSite.article("Lain", date: "2024-08-01"),
      ]) { $1 })
    // 10:41 in Jakarta is 03:41Z.
    try await check(change.before, site, now: "2024-09-19T03:40:59Z")
    try await check(change.after, site, now: "2024-09-19T03:41:00Z")
    try await check(change.before, site, now: "2024-09-19T10:40:59+07:00")
  }

  private func check(_ state: StoryState, _ site: SampleSite, now: String) async throws {
    let report = try await site.build(now: now)
    #expect(site.printed(report) == "")
    let front = try site.page("index.html")
    #expect(front.contains("Kisah") == (state == .live), "\(state) at \(now)")
    let page = "2024/09/a/index.html"
    #expect(site.folder.exists("Public/" + page) == (state.hasPage || state.isGone))
    #expect(report.held.map(\.state) == (state.isHeld ? [state] : []))
    let feed = try site.page("feed.rss")
    #expect(feed.contains("Kisah") == (state == .live))
    let sitemaps = try site.paths().filter { $0.hasPrefix("sitemap-2") }.map { try site.page($0) }
    #expect(sitemaps.contains { $0.contains("/2024/09/a/") } == (state == .live))
  }

  @Test(arguments: [
    "draft: true", "embargo: 2025-01-02", "date: 2025-01-02", "draft: true\ndate: 2025-01-02",
  ])
  func `with or without a held file the output is the same bytes`(keys: String) async throws {
    let shown = [
      "Content/iran/a.md": SampleSite.article(
        "A", "tags: [BRICS]\nauthors: [Dewi]\nseries: s", body: "Isi."),
      "Content/iran/b.md": SampleSite.article("B", date: "2024-09-20", "tags: [Brics2]"),
    ]
    let date = keys.contains("date:") ? "" : "date: 2024-09-19\n"
    let held = [
      "Content/rahasia/c/index.md": """
      ---
      title: Rahasia
      \(date)\(keys)
      slug: rahasia
      tags: [brics, rahasia]
      authors: [Rahasia]
      series: s
      section: rahasia
      aliases: [/iran/]
      image: foto.svg
      pinned_until: 2030-01-01
      related: [iran/a.md]
      ---

      Rahasia besar. [A](../../iran/a.md) ![x](foto.svg)

      """,
      "Content/rahasia/c/foto.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    ]
    let without = try await SampleSite(shown).output()
    let site = try SampleSite(shown.merging(held) { $1 })
    let report = try await site.build()
    #expect(report.errors == 0, "\(site.printed(report))")
    #expect(try site.published() == without)
    #expect(report.held.count == 1)
    let manifest = try site.folder.read("Public/.warta-manifest")
    #expect(!manifest.contains("rahasia"))
  }

  @Test func `what is not public is shown on demand, hidden from search engines`() async throws {
    let site = try SampleSite([
      "Content/a.md": SampleSite.article("Draf", "draft: true"),
      "Content/b.md": SampleSite.article("Nanti", date: "2025-02-01"),
      "Content/c.md": SampleSite.article("Lewat", "expires: 2024-10-01"),
      "Content/d.md": SampleSite.article("Biasa"),
    ])
    let report = try await site.build {
      $0.moment.showsDrafts = true
      $0.moment.showsFuture = true
      $0.moment.showsExpired = true
    }
    #expect(site.printed(report) == "")
    let front = try site.page("index.html")
    for title in ["Draf", "Nanti", "Lewat", "Biasa"] { #expect(front.contains(title)) }
    for path in try site.paths() where path.hasSuffix(".html") {
      #expect(try site.page(path).contains("noindex"), "\(path)")
    }
    #expect(try !site.page("feed.rss").contains("<item>"))
    for path in try site.paths() where path.hasPrefix("sitemap") {
      #expect(try !site.page(path).contains("<loc>https://kabar.example/20"), "\(path)")
    }
    #expect(try site.folder.read("Public/.warta-manifest").contains("drafts future expired"))
  }

  @Test func `a pin ends at its instant`() async throws {
    let site = try SampleSite([
      "Content/site.yaml": SampleSite.settings + "theme: none\n",
      "Templates/default.html":
        "{% if list is defined and list.pinned is defined %}"
        + "{% for s in list.pinned %}{{ s.title }}{% endfor %}{% endif %}",
      "Content/a.md": SampleSite.article("A", "pinned_until: 2024-09-20 00:00"),
    ])
    try await site.build(now: "2024-09-19T16:59:59Z")
    #expect(try site.page("index.html") == "A")
    try await site.build(now: "2024-09-19T17:00:00Z")
    #expect(try site.page("index.html") == "")
  }
}

import Foundation
import SiteBuilder
import TestSupport
import Testing

/// Whole sites, small enough to read.
struct WholeSiteTests {
  @Test func `two articles and an address are a site`() async throws {
    let site = try SampleSite(
      [
        "Content/site.yaml":
          "base_url: https://kabar.example\ntheme: none\nfeeds: {formats: [rss]}\n",
        "Content/hello.md": SampleSite.article(
          "Hello & welcome", date: "2024-09-19T10:41+07:00", body: "First *words*."),
        "Content/again.md": SampleSite.article("Again", date: "2024-09-20T08:00+07:00"),
      ].merging(SampleSite.plainTheme) { $1 })
    let report = try await site.build()
    #expect(site.printed(report) == "")
    try Golden.check(
      site.portrait(of: [
        "index.html", "2024/09/hello/index.html", "archive/2024/index.html", "404.html", "feed.rss",
        "sitemap.xml", "sitemap-2024-09.xml", "sitemap-pages.xml", "robots.txt",
      ]), "smallest-site.txt")
  }

  @Test func `the built-in theme builds the smallest site without a warning`() async throws {
    let site = try SampleSite(["Content/hello.md": SampleSite.article("Hello")])
    let report = try await site.build()
    #expect(site.printed(report) == "")
    #expect(report.articles == 1)
    #expect(try site.page("2024/09/hello/index.html").contains("<h1>Hello</h1>"))
  }

  @Test func `two editions link their translations, each in its own direction and calendar`()
    async throws
  {
    let site = try SampleSite(
      [
        "Content/site.yaml": """
        base_url: https://kabar.example
        theme: none
        per_page: 2
        disable_kinds: [feeds]
        editions:
          id: {title: Kabar, lang: id, timezone: Asia/Jakarta}
          fa: {title: خبر, lang: fa, timezone: Asia/Tehran}
        """,
        "Content/iran/brics.md": SampleSite.article(
          "Iran di BRICS", "aliases: [/lama/brics/]", body: "Lihat [yang lain](lain.md#bab)."),
        "Content/iran/lain.md": SampleSite.article("Lain", "tags: [BRICS]", body: "## Bab\n\nIsi."),
        "Content/fa/iran/brics.md": SampleSite.article(
          "ایران در بریکس", date: "2024-09-19 10:41", body: "متن."),
        "Content/fa/iran/می‌رود.md": SampleSite.article("می‌رود", "translation_key: lain"),
        "Content/pages/about.md": "---\ntitle: Tentang kami\n---\n\nKami.\n",
      ].merging(SampleSite.plainTheme) { $1 })
    let report = try await site.build()
    #expect(site.printed(report) == "")
    try Golden.check(
      site.portrait(of: [
        "index.html", "fa/index.html", "iran/2024/09/brics/index.html",
        "fa/iran/2024/09/brics/index.html", "fa/archive/1403/06/index.html", "about/index.html",
        "lama/brics/index.html", "_redirects",
      ]), "two-editions.txt")
  }

  @Test func `numbered pages are linked from the front to the oldest and back`() async throws {
    var files = SampleSite.plainTheme
    files["Content/site.yaml"] = SampleSite.settings + "theme: none\nper_page: 2\n"
    for day in 1...7 {
      files["Content/s\(day).md"] = SampleSite.article("Story \(day)", date: "2024-09-0\(day)")
    }
    let site = try SampleSite(files)
    try await site.build()
    // Seven stories by two: pages 1 and 2 are full, the front has the newest three.
    #expect(try titles(site, "index.html") == ["Story 7", "Story 6", "Story 5"])
    #expect(try titles(site, "page/2/index.html") == ["Story 4", "Story 3"])
    #expect(try titles(site, "page/1/index.html") == ["Story 2", "Story 1"])
    #expect(try links(site, "index.html") == ["next /page/2/"])
    #expect(try links(site, "page/2/index.html") == ["next /page/1/", "prev /"])
    #expect(try links(site, "page/1/index.html") == ["prev /page/2/"])
    #expect(try !site.page("sitemap-pages.xml").contains("/page/"))
  }

  private func titles(_ site: SampleSite, _ path: String) throws -> [String] {
    try site.page(path).matches(of: /<li><a[^>]*>([^<]*)</).map { String($0.output.1) }
  }

  private func links(_ site: SampleSite, _ path: String) throws -> [String] {
    try site.page(path).matches(of: /rel="(next|prev)" href="([^"]*)"/).map {
      "\($0.output.1) \($0.output.2)"
    }
  }

  @Test func `a new story changes the front, and at times makes a page`() async throws {
    var files = SampleSite.plainTheme
    files["Content/site.yaml"] = SampleSite.settings + "theme: none\nper_page: 2\n"
    for day in 1...6 {
      files["Content/s\(day).md"] = SampleSite.article("Story \(day)", date: "2024-09-0\(day)")
    }
    let site = try SampleSite(files)
    let six = try await site.output()
    try site.folder.write(
      SampleSite.article("Story 7", date: "2024-09-07"), to: "Content/s7.md")
    let seven = try await site.output()
    #expect(numberedPages(six) == ["page/1/index.html", "page/2/index.html"])
    #expect(changed(from: six, to: seven) == [])
    try site.folder.write(
      SampleSite.article("Story 8", date: "2024-09-08"), to: "Content/s8.md")
    let eight = try await site.output()
    // The eighth makes page 3, which page 2 now links to instead of the front.
    #expect(changed(from: seven, to: eight) == ["page/2/index.html", "page/3/index.html"])
    // Rank 3 is on page 2.
    try site.folder.write(
      SampleSite.article("Late", date: "2024-09-02T12:00"), to: "Content/late.md")
    let nine = try await site.output()
    #expect(changed(from: eight, to: nine) == ["page/2/index.html", "page/3/index.html"])
    try site.folder.remove("Content/s1.md")
    let after = try await site.output()
    #expect(
      changed(from: nine, to: after)
        == ["page/1/index.html", "page/2/index.html", "page/3/index.html"])
  }

  private func numberedPages(_ output: [String: Data]) -> [String] {
    output.keys.filter { $0.hasPrefix("page/") }.sorted()
  }

  /// The numbered pages that differ or are new.
  private func changed(from old: [String: Data], to new: [String: Data]) -> [String] {
    numberedPages(new).filter { old[$0] != new[$0] }
  }

  @Test func `pins leave the numbering alone`() async throws {
    var files = SampleSite.plainTheme
    files["Content/site.yaml"] = SampleSite.settings + "theme: none\nper_page: 2\n"
    for day in 1...7 {
      files["Content/s\(day).md"] = SampleSite.article(
        "Story \(day)", date: "2024-09-0\(day)", day % 3 == 0 ? "pinned_until: 2030-01-01" : "")
    }
    let site = try SampleSite(files)
    try await site.build()
    #expect(try titles(site, "index.html") == ["Story 7", "Story 5"])
    #expect(try titles(site, "page/2/index.html") == ["Story 4", "Story 3"])
  }

  @Test func `a path in the address prefixes every URL and no file`() async throws {
    var files = SampleSite.plainTheme
    files["Content/site.yaml"] =
      "base_url: https://kabar.example/berita\ntimezone: UTC\ntheme: none\n"
    files["Content/a.md"] = SampleSite.article("A", body: "[B](b.md)")
    files["Content/b.md"] = SampleSite.article("B")
    let site = try SampleSite(files)
    let report = try await site.build()
    #expect(site.printed(report) == "")
    let page = try site.page("2024/09/a/index.html")
    #expect(page.contains("article /berita/2024/09/a/"))
    #expect(page.contains("href=\"/berita/2024/09/b/\""))
    #expect(try site.page("robots.txt").contains("https://kabar.example/berita/sitemap.xml"))
  }

  @Test func `a site's own template replaces the built-in one of its name and no other`()
    async throws
  {
    let site = try SampleSite([
      "Templates/article.html": "<p>own {{ article.title }}</p>\n",
      "Content/a.md": SampleSite.article("A", "tags: [x]"),
    ])
    let report = try await site.build()
    #expect(site.printed(report) == "")
    #expect(try site.page("2024/09/a/index.html") == "<p>own A</p>")
    #expect(try site.page("tags/x/index.html").contains("<!DOCTYPE html>"))
  }

  @Test func `one default template is a theme also beside the built-in one`() async throws {
    let site = try SampleSite([
      "Templates/default.html": "<p>{{ page.kind }}</p>\n",
      "Content/a.md": SampleSite.article("A", "tags: [x]\nauthors: [Dewi]\nseries: s"),
      "Content/pages/about.md": "---\ntitle: About\n---\nUs.\n",
    ])
    let report = try await site.build()
    #expect(site.printed(report) == "")
    for path in try site.paths() where path.hasSuffix(".html") {
      #expect(try site.page(path).hasPrefix("<p>"), "\(path)")
    }
  }

  @Test func `a site's own word replaces the built-in one, edition by edition`() async throws {
    let site = try SampleSite([
      "Content/site.yaml": """
      base_url: https://kabar.example
      timezone: UTC
      editions:
        id: {lang: id}
        en: {lang: en}
      """,
      "Templates/not_found.html": "{{ t(\"not_found\") }} {{ t(\"latest\") }}",
      "Templates/strings/id.yaml": "not_found: Hilang\nlatest: Terbaru sekali\n",
      "Templates/strings/en.yaml": "not_found: Lost\n",
      "Content/a.md": SampleSite.article("A"), "Content/en/a.md": SampleSite.article("A"),
    ])
    let report = try await site.build()
    #expect(site.printed(report) == "")
    #expect(try site.page("404.html") == "Hilang Terbaru sekali")
    #expect(try site.page("en/404.html") == "Lost Latest")
  }

  @Test func `a date format of the settings holds in another zone too`() async throws {
    let site = try SampleSite([
      "Content/site.yaml": SampleSite.settings + "date_formats: {long: '%d/%m %H'}\n",
      "Templates/article.html": """
      {% if article.date %}{{ article.date | date("long") }}, \
      {{ article.date | date("long", tz="UTC") }}{% endif %}
      """,
      "Content/a.md": SampleSite.article("A"),
    ])
    try await site.build()
    #expect(try site.page("2024/09/a/index.html") == "19/09 10, 19/09 03")
  }

  @Test func `files of static and pictures beside stories are copied byte for byte`() async throws {
    let site = try SampleSite([
      "Content/static/ads.txt": "kabar, DIRECT\n",
      "Content/static/.well-known/security.txt": "Contact: mailto:a@kabar.example\n",
      "Content/static/_headers": "/*\n",
      "Content/iran/a/index.md": SampleSite.article("A", body: "![Peta](peta.svg)"),
      "Content/iran/a/peta.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "Content/iran/a/unused.svg": "<svg/>",
    ])
    let report = try await site.build()
    #expect(site.printed(report) == "")
    #expect(try site.page("ads.txt") == "kabar, DIRECT\n")
    #expect(site.folder.exists("Public/.well-known/security.txt"))
    #expect(site.folder.exists("Public/_headers"))
    #expect(site.folder.exists("Public/iran/2024/09/a/peta.svg"))
    #expect(!site.folder.exists("Public/iran/2024/09/a/unused.svg"))
  }

  @Test func `a curated front shows its slots and fills the rest`() async throws {
    let site = try SampleSite([
      "Content/site.yaml": SampleSite.settings + "theme: none\n",
      "Templates/default.html": """
      {% if front is defined %}{% for c in front.containers %}{{ c.key }} {{ c.title | default("-") }}:\
      {% for s in c.items %} {{ s.title }}{% endfor %}
      {% endfor %}{% endif %}
      """,
      "Content/fronts/en.yaml": """
      utama: [iran/b.md, iran/c.md]
      sorot: {title: Sorotan, items: [], limit: 2, backfill: {section: iran}}
      """,
      "Content/iran/a.md": SampleSite.article("A", date: "2024-09-01"),
      "Content/iran/b.md": SampleSite.article("B", date: "2024-09-02"),
      "Content/iran/c.md": SampleSite.article("C", date: "2024-09-03", "draft: true"),
      "Content/iran/d.md": SampleSite.article("D", date: "2024-09-04"),
    ])
    let report = try await site.build()
    try Golden.check(site.page("index.html") + "\n" + site.printed(report), "curated-front.txt")
  }
}

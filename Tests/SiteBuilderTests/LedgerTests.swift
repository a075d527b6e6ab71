import Bytes
import Diagnostics
import FileTree
import Incremental
import Localization
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// The ledger of paths, the record of series and what conditions ask for in vain.
struct LedgerTests {
  @Test func `a path that its story has left redirects to where the story is`() async throws {
    let site = try SampleSite([
      "Content/iran/baru.md": SampleSite.article("Baru", "id: abc"),
      "Content/urls/2024.tsv": """
      # paths that were published
      /iran/2024/09/baru/\tiran/baru.md\tlive
      /iran/2024/09/lama/\tabc\tlive
      /iran/2024/09/hapus/\tabc\tgone

      """,
    ])
    let report = try await site.build()
    #expect(site.printed(report) == "")
    #expect(try site.page("_redirects") == "/iran/2024/09/lama/ /iran/2024/09/baru/ 301\n")
    #expect(
      try site.page("iran/2024/09/lama/index.html").contains("url=https://kabar.example/iran"))
    #expect(!site.folder.exists("Public/iran/2024/09/hapus/index.html"))
  }

  @Test func `a row without a story warns and a broken row is an error`() async throws {
    let site = try SampleSite([
      "Content/baru.md": SampleSite.article("Baru"),
      "Content/urls/2024.tsv": "/x/\tnobody\tlive\nbroken\n",
    ])
    let report = try await site.build()
    #expect(report.diagnostics.map(\.id).sorted() == ["ledger.bad-row", "ledger.unknown-story"])
    #expect(!site.folder.exists("Public/index.html"))
  }

  @Test func `a series takes its name and words from its record`() async throws {
    let site = try SampleSite(
      [
        "Content/series.yaml": "laut: {name: Seri Laut, slug: lautan}\n",
        "Content/a.md": SampleSite.article("A", "series: {key: laut, part: 2}"),
        "Content/b.md": SampleSite.article("B", "series: {key: laut, part: 1}"),
      ].merging(SampleSite.plainTheme) { $1 })
    let report = try await site.build()
    #expect(site.printed(report) == "")
    let page = try site.page("series/lautan/index.html")
    #expect(page.contains("<title>Seri Laut</title>"))
    let (first, second) = (page.ranges(of: ">B</a>"), page.ranges(of: ">A</a>"))
    #expect(first.first?.lowerBound ?? page.endIndex < second.first?.lowerBound ?? page.startIndex)
  }

  @Test func `a base without main lends built-in pages the built-in base`() async throws {
    let site = try SampleSite([
      "Content/hello.md": SampleSite.article("Hello"),
      "Templates/base.html": "<html><body>mine</body></html>",
    ])
    let report = try await site.build()
    #expect(report.diagnostics.map(\.id) == ["theme.base-without-main"])
    #expect(try site.page("2024/09/hello/index.html").contains("<h1>Hello</h1>"))
  }

  @Test func `check tells of a name that conditions ask for and nobody has`() async throws {
    let site = try SampleSite(
      [
        "Content/a.md": SampleSite.article("A", "extra: {subtitle: x}"),
        "Templates/article.html":
          "{% if article.extra.subtitel %}x{% endif %}{% if article.extra.zzz %}y{% endif %}",
      ])
    var options = BuildOptions(
      source: site.folder.path, output: site.folder.path + "/Public",
      moment: BuildMoment(now: .init(seconds: 1_735_600_000)), jobs: 1)
    options.isStrict = false
    let report = try await Build(options).check()
    #expect(report.diagnostics.map(\.id) == ["template.nobody-has"])
    #expect(report.diagnostics.first?.help == "did you mean 'subtitle'?")
  }

  @Test func `a page's log names what the page asked of the site`() async throws {
    let site = try SampleSite([
      "Content/iran/a.md": SampleSite.article("A", "tags: [brics]"),
      "Content/iran/b.md": SampleSite.article("B", date: "2024-09-20 08:00"),
    ])
    let report = try await site.build()
    let rendered = try #require(report.site)
    let table = rendered.snapshot.routes.table
    let place = rendered.plan.routes.firstIndex {
      table[$0].path.string == "iran/2024/09/a/index.html"
    }
    let reads = rendered.made.reads(try #require(place)).map { rendered.made.keys.key(Int($0)) }
    let asked = Set(reads.compactMap { Question(rawValue: $0.question) })
    #expect(asked.isSuperset(of: [.face, .times, .body, .url, .neighbours, .related, .edition]))
    #expect(asked.isDisjoint(with: [.count, .pages, .today, .updated]))
  }
}

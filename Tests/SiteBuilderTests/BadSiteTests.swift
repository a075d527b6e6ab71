import Diagnostics
import SiteBuilder
import TestSupport
import Testing

/// What is said about sites with mistakes in them.
struct BadSiteTests {
  @Test(arguments: BadSite.collisions)
  func `two claims on one path are an error that names both`(bad: BadSite) async throws {
    try await check(bad, fails: true)
  }

  @Test(arguments: BadSite.files + BadSite.references + BadSite.themes)
  func `a mistake is shown with its place and a way out`(bad: BadSite) async throws {
    try await check(bad)
  }

  private func check(_ bad: BadSite, fails: Bool? = nil) async throws {
    let site = try SampleSite(bad.files)
    let report = try await site.build()
    #expect(!report.diagnostics.isEmpty)
    if let fails { #expect((report.errors > 0) == fails) }
    #expect(site.folder.exists("Public/index.html") == (report.errors == 0))
    try Golden.check(site.printed(report), "BadSites/\(bad.name).txt")
  }

  @Test func `a held reference is printed as text`() async throws {
    let site = try SampleSite([
      "Content/a.md": SampleSite.article("A", body: "Lihat [rahasia besar](b.md)."),
      "Content/b.md": SampleSite.article("B", "draft: true\nslug: bocor"),
    ])
    try await site.build()
    let page = try site.page("2024/09/a/index.html")
    #expect(page.contains("Lihat rahasia besar."))
    #expect(!page.contains("bocor"))
  }

  @Test func `without settings nothing is built, and a folder in small letters is named`()
    async throws
  {
    let empty = try SampleSite([:])
    try empty.folder.remove("Content/site.yaml")
    let report = try await empty.build()
    #expect(report.hasBrokenSettings)
    #expect(!empty.folder.exists("Public"))
    try empty.folder.write(SampleSite.settings, to: "content/site.yaml")
    let lower = try await empty.build()
    try Golden.check(
      empty.printed(report) + "\n" + empty.printed(lower), "BadSites/no-settings.txt")
  }

  @Test func `all errors of all files come in one run`() async throws {
    var files: [String: String] = [:]
    for number in 0..<40 {
      files["Content/s\(number).md"] = "---\ntitle: S\ndate: 2024-13-01\ndraf: true\n---\nx\n"
    }
    let report = try await SampleSite(files).build()
    #expect(report.errors == 80)
  }

  @Test func `a story whose template fails does not stop the others from being reported`()
    async throws
  {
    let site = try SampleSite([
      "Content/a.md": SampleSite.article("A", "layout: satu"),
      "Content/b.md": SampleSite.article("B", "layout: dua"),
      "Templates/satu.html": "{{ 1 / 0 }}", "Templates/dua.html": "{{ 1 / 0 }}",
    ])
    let report = try await site.build()
    let files = Set(report.diagnostics.compactMap { $0.location?.file })
    #expect(files == ["Templates/satu.html", "Templates/dua.html"])
  }
}

import Foundation
import SiteBuilder
import TestSupport
import Testing

/// Which files one change touches, by name: the golden file is the table that newsrooms count on.
struct TouchedFilesTests {
  /// A change of the site, from the same beginning.
  private struct Change {
    var name: String
    var files: [String: String?] = [:]
    /// Seconds that pass.
    var wait: Int64 = 0
  }

  private static let now: Int64 = 1_727_000_000  // 2024-09-22

  @Test func `each change touches the files that show it and no others`() async throws {
    let folder = try TemporaryFolder(Self.site)
    let before = try #require(try await RenderedInMemory(folder, now: Self.now))
    #expect(before.diagnostics == [])
    var table = "\(before.pages.count) files\n"
    for change in Self.changes {
      for (path, text) in change.files {
        if let text { try folder.write(text, to: path) } else { try folder.remove(path) }
      }
      let after = try #require(try await RenderedInMemory(folder, now: Self.now + change.wait))
      table += "\n== \(change.name)\n" + Self.lines(before, after)
      for path in change.files.keys {
        if let text = Self.site[path] {
          try folder.write(text, to: path)
        } else {
          try folder.remove(path)
        }
      }
    }
    try Golden.check(table, "touched-files.txt")
  }

  /// New files are marked with `+`, those that came out as before with `=`.
  private static func lines(_ before: RenderedInMemory, _ after: RenderedInMemory) -> String {
    let rendered = after.rendered(after: before).sorted().map { path in
      guard let old = before.pages[path] else { return "+ \(path)\n" }
      return (old.bytes == after.pages[path]?.bytes ? "= " : "  ") + path + "\n"
    }
    let gone = Set(before.pages.keys).subtracting(after.pages.keys).sorted().map { "- \($0)\n" }
    return (rendered + gone).joined()
  }

  private static func story(
    _ title: String, _ date: String, _ keys: String = "", body: String = "Isi."
  ) -> String {
    SampleSite.article(title, date: date, "summary: Ringkas.\n" + keys, body: body)
  }

  private static let site: [String: String] = {
    var site = [
      "Content/site.yaml": """
      base_url: https://kabar.example
      title: Kabar
      per_page: 3
      feeds: {formats: [rss]}
      editions:
        id: {lang: id, timezone: Asia/Jakarta, sections: [iran, ekonomi]}
        fa: {lang: fa, timezone: Asia/Tehran}

      """,
      "Content/authors.yaml": "dewi: Dewi\nbudi: Budi\n",
      "Content/tags.yaml": "brics: {name: BRICS}\ngas: Gas\n",
      "Content/sections.yaml": "iran: Iran\nekonomi: Ekonomi\n",
      "Content/pages/tentang.md": "---\ntitle: Tentang\n---\n\nKami.\n",
      "Content/fronts/id.yaml": "lead: {items: [iran/s1.md], limit: 1}\n",
      "Content/fa/iran/s1.md": story("یک", "2024-09-01 08:00"),
      "Content/static/foto.svg": "<svg/>",
      "Templates/partials/kicker.html":
        "{% if article.kicker %}<p>{{ article.kicker }}</p>{% endif %}\n",
    ]
    for number in 1...8 {
      let section = number % 2 == 0 ? "ekonomi" : "iran"
      let author = number < 5 ? "dewi" : "budi"
      let tags = number % 3 == 0 ? "[brics, gas]" : "[brics]"
      site["Content/\(section)/s\(number).md"] = story(
        "Cerita \(number)", "2024-0\(number < 5 ? 8 : 9)-1\(number) 08:00",
        "tags: \(tags)\nauthors: [\(author)]")
    }
    return site
  }()

  private static func edited(_ path: String, _ old: String, _ new: String) -> [String: String?] {
    [path: site[path]?.replacingOccurrences(of: old, with: new)]
  }

  private static let changes: [Change] = [
    Change(name: "nothing"),
    Change(name: "the body of a story", files: edited("Content/iran/s3.md", "Isi.", "Lain.")),
    Change(name: "a headline", files: edited("Content/iran/s3.md", "Cerita 3", "Cerita tiga")),
    Change(
      name: "a kicker of an old story, in front of everything else",
      files: edited("Content/iran/s3.md", "title:", "extra: {a: 1}\ntitle:")),
    Change(
      name: "a new story",
      files: [
        "Content/iran/s9.md": story(
          "Cerita 9", "2024-09-20 08:00", "tags: [brics]\nauthors: [dewi]")
      ]),
    Change(
      name: "an old story is added",
      files: ["Content/iran/tua.md": story("Tua", "2024-08-12 08:00", "tags: [brics]")]),
    Change(name: "a story is deleted", files: ["Content/ekonomi/s4.md": nil]),
    Change(
      name: "a story gets another tag", files: edited("Content/iran/s7.md", "[brics]", "[gas]")),
    Change(
      name: "a correction",
      files: edited(
        "Content/iran/s3.md", "authors:",
        "corrections: [{at: 2024-09-20 08:00, text: Salah.}]\nauthors:")),
    Change(name: "a slug", files: edited("Content/iran/s7.md", "authors:", "slug: baru\nauthors:")),
    Change(
      name: "an author's name", files: ["Content/authors.yaml": "dewi: Dewi F.\nbudi: Budi\n"]),
    Change(
      name: "a tag's name",
      files: ["Content/tags.yaml": "brics: {name: BRICS}\ngas: {name: Gas alam, slug: gas}\n"]),
    Change(
      name: "a section's name", files: ["Content/sections.yaml": "iran: Persia\nekonomi: Ekonomi\n"]
    ),
    Change(
      name: "a curated front",
      files: ["Content/fronts/id.yaml": "lead: {items: [iran/s3.md], limit: 1}\n"]),
    Change(
      name: "a standing page's text", files: edited("Content/pages/tentang.md", "Kami.", "Kita.")),
    Change(name: "a static file", files: ["Content/static/foto.svg": "<svg></svg>"]),
    Change(
      name: "a word of the theme", files: ["Templates/strings/id.yaml": "read_also: Baca pula\n"]),
    Change(
      name: "a partial of the theme",
      files: edited("Templates/partials/kicker.html", "<p>", "<p class=\"k\">")),
    Change(
      name: "a setting of one edition",
      files: edited(
        "Content/site.yaml", "timezone: Asia/Tehran", "timezone: Asia/Tehran, tagline: x")),
    Change(
      name: "the address of a story in the ledger",
      files: ["Content/urls/2024.tsv": "/dulu/\tiran/s1.md\tlive\n"]),
    Change(
      name: "a translation", files: ["Content/fa/iran/s3.md": story("سه", "2024-09-02 08:00")]),
    Change(name: "a day passes", wait: 86_400),
    Change(name: "a minute passes", wait: 60),
  ]
}

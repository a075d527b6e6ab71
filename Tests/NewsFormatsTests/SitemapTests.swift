import Bytes
import Localization
import NewsFormats
import TestSupport
import Testing

@Suite struct SitemapTests {
  let schema = Validator(script: "check_xml.py", arguments: [Validator.schema("sitemap.xsd")])

  let page = SitemapEntry(
    url: "https://kabar.example/iran/2024/09/hubungan/", modified: Samples.updated,
    pictures: ["https://kabar.example/iran/2024/09/hubungan/bendera.jpg?a=1&b=2"],
    alternates: Samples.translations)

  func sitemap(_ entries: [SitemapEntry]) -> String {
    var sitemap = Sitemap()
    for entry in entries { sitemap.append(entry) }
    return sitemap.finished().string()
  }

  func news(_ entries: [NewsSitemapEntry]) -> String {
    var sitemap = NewsSitemap()
    for entry in entries { sitemap.append(entry) }
    return sitemap.finished().string()
  }

  func story(titled title: String, in language: String = "id") -> NewsSitemapEntry {
    NewsSitemapEntry(
      page: page, publicationName: "Kabar & Contoh", language: language,
      published: Samples.published, title: title)
  }

  @Test func `a month of pages reads like this`() throws {
    let text = sitemap([page, SitemapEntry(url: "https://kabar.example/ایران/ \"x\" 100%/")])
    try Golden.check(text, "sitemap.xml")
    #expect(try schema.output(for: text) == "")
  }

  @Test func `a news sitemap reads like this`() throws {
    let text = news([story(titled: "Iran dan Rusia"), story(titled: "ایران", in: "fa-AF")])
    try Golden.check(text, "sitemap-news.xml")
    #expect(try schema.output(for: text) == "")
  }

  @Test func `an index reads like this`() throws {
    let index = SitemapIndex(sitemaps: [
      .init(url: "https://kabar.example/sitemap-2024-09.xml", modified: Samples.updated),
      .init(url: "https://kabar.example/fa/sitemap-news.xml"),
    ])
    let text = written { index.write(into: &$0) }
    try Golden.check(text, "sitemap-index.xml")
    let schema = Validator(
      script: "check_xml.py", arguments: [Validator.schema("sitemapindex.xsd")])
    #expect(try schema.output(for: text) == "")
  }

  @Test func `no title breaks a news sitemap`() throws {
    let texts = HostileText.all + HostileText.illegal
    #expect(try schema.output(for: news(texts.map { story(titled: $0.text) })) == "")
  }

  @Test func `empty sitemaps are valid`() throws {
    #expect(try schema.output(for: sitemap([])) == "")
    #expect(try schema.output(for: news([])) == "")
  }

  @Test(arguments: [
    ("id", "id"), ("fa-AF", "fa"), ("zh-Hans", "zh-cn"), ("zh-CN", "zh-cn"), ("zh-Hant", "zh-tw"),
    ("zh-TW", "zh-tw"), ("zh", "zh-cn"), ("ckb", "ckb"),
  ])
  func `the language of a publication is that of Google News`(_ tag: String, _ expected: String) {
    let text = news([story(titled: "x", in: tag)])
    #expect(text.contains("<news:language>\(expected)</news:language>"))
  }

  @Test func `a full file stays below the limits of the protocol`() {
    var sitemap = Sitemap()
    let long = SitemapEntry(
      url: "https://kabar.example/" + String(repeating: "ا", count: 60) + "/",
      modified: Samples.updated, pictures: Array(repeating: page.pictures[0], count: 4),
      alternates: page.alternates)
    for _ in 0..<Sitemap.maximumEntries { sitemap.append(long) }
    #expect(sitemap.count == 10_000)
    let bytes = sitemap.finished()
    #expect(bytes.count < 52_428_800)
  }
}

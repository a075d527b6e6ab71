import Foundation
import NewsFormats
import TestSupport
import Testing

@Suite struct LinkedDataTests {
  let article = ArticleNode(
    kind: .opinion, url: "https://kabar.example/iran/2024/09/hubungan/",
    headline: Samples.story.title, shortHeadline: "Iran dan Rusia",
    summary: "Presiden bertemu & berdialog.", language: "id", published: Samples.published,
    modified: Samples.updated, section: "Iran", keywords: ["BRICS", "Rusia"],
    dateline: "TEHERAN", wordCount: 412,
    pictures: [
      PictureNode(
        url: Samples.picture.url, width: 1280, height: 720, caption: "Bendera",
        credit: "Kabar Contoh", license: "https://creativecommons.org/licenses/by/4.0/")
    ],
    credits: [
      .init(name: "Dewi Fitriani", url: "https://kabar.example/authors/dewi/", jobTitle: "Editor"),
      .init(name: "Kantor Berita", isOrganization: true),
      .init(role: .translator, name: "Sari"),
      .init(role: .photographer, name: "Budi"),
    ],
    publisher: .init(
      siteURL: Samples.site, name: "Kabar Contoh", logo: "https://kabar.example/logo.png"),
    source: .init(name: "Kantor Berita", url: "https://kantor.example/asal/"),
    series: .init(name: "Diplomasi", url: "https://kabar.example/series/diplomasi/", part: 2),
    corrections: [.init(date: Samples.updated, text: "Nama kota diperbaiki.")],
    translations: [.init(url: "https://kabar.example/fa/ایران/2024/09/روابط/", language: "fa")])

  let breadcrumbs = BreadcrumbNode(steps: [
    .init(name: "Iran", url: "https://kabar.example/iran/"), .init(name: "Iran dan Rusia"),
  ])

  func json(_ nodes: LinkedData.Node...) -> String {
    written { LinkedData(nodes).write(into: &$0) }
  }

  func page(_ data: String) -> String {
    "<!DOCTYPE html><title>x</title><script type=\"application/ld+json\">\(data)</script><p>y"
  }

  /// The graph with a line for each member of it, to be read.
  func lines(_ data: String) -> String {
    data.replacingOccurrences(of: ",\"", with: ",\n\"") + "\n"
  }

  @Test func `a story reads like this`() throws {
    try Golden.check(lines(json(.article(article), .breadcrumbs(breadcrumbs))), "story.jsonld")
  }

  @Test func `a retracted translation behind a paywall reads like this`() throws {
    var article = article
    article.kind = .advertising
    article.isFree = false
    article.paywallClass = "paywall"
    article.isRetracted = true
    article.original = .init(url: "https://kabar.example/asal/", language: "id")
    article.source = .init(name: "Kantor Berita")
    article.series = nil
    article.credits = []
    article.pictures[0].license = "© Kabar Contoh"
    article.expires = Samples.updated
    try Golden.check(lines(json(.article(article))), "retracted.jsonld")
  }

  @Test func `a home page reads like this`() throws {
    let site = SiteNode(
      url: Samples.site, name: "Kabar Contoh", alternateName: "Kabar", languages: ["id", "fa"])
    let organization = OrganizationNode(
      siteURL: Samples.site, name: "Kabar Contoh", legalName: "PT Kabar Contoh",
      logo: PictureNode(url: "https://kabar.example/logo.png", width: 512, height: 512),
      address: "Jakarta", email: "redaksi@kabar.example", sameAs: ["https://social.example/@kabar"],
      correctionsPolicy: "https://kabar.example/koreksi/",
      publishingPrinciples: "https://kabar.example/pedoman/")
    try Golden.check(lines(json(.site(site), .organization(organization))), "home.jsonld")
  }

  @Test func `author and list pages read like this`() throws {
    let profile = ProfileNode(
      url: "https://kabar.example/authors/dewi/", name: "Dewi Fitriani", jobTitle: "Editor",
      biography: "Menulis tentang Iran.", sameAs: ["https://social.example/@dewi"], language: "id",
      siteURL: Samples.site)
    let desk = ProfileNode(
      url: "https://kabar.example/authors/redaksi/", name: "Redaksi", isOrganization: true,
      jobTitle: "ignored", language: "id", siteURL: Samples.site)
    let list = CollectionNode(
      url: "https://kabar.example/iran/", name: "Iran", language: "id", siteURL: Samples.site,
      items: [.init(url: article.url, title: article.headline)])
    try Golden.check(
      lines(json(.profile(profile), .profile(desk), .collection(list))), "lists.jsonld")
  }

  @Test func `extruct finds the graph in a page`() throws {
    let found = try Validator(script: "read_linked_data.py").value(
      [Graph].self, for: page(json(.article(article), .breadcrumbs(breadcrumbs))))
    let graph = try #require(found.first)
    #expect(found.count == 1)
    #expect(graph.nodes.count == 2)
    #expect(graph.nodes[0].headline == article.headline)
    #expect(graph.nodes[0].id == article.url + "#article")
    #expect(graph.nodes[0].datePublished == "2024-09-19T10:41:00+07:00")
  }

  @Test func `no text leaves the script element or changes on the way`() throws {
    for hostile in HostileText.all + HostileText.illegal {
      let data = json(.article(self.article(titled: hostile.text)))
      let unsafe: [Unicode.Scalar] = ["<", ">", "&", "\u{2028}", "\u{2029}"]
      #expect(!data.unicodeScalars.contains { unsafe.contains($0) })
      let graph = try JSONDecoder().decode(Graph.self, from: Data(data.utf8))
      #expect(graph.nodes[0].headline == hostile.text)
    }
  }

  @Test func `extruct reads hostile texts as they were written`() throws {
    let nodes = HostileText.all.map { LinkedData.Node.article(article(titled: $0.text)) }
    let data = written { LinkedData(nodes).write(into: &$0) }
    let found = try Validator(script: "read_linked_data.py").value([Graph].self, for: page(data))
    #expect(found.first?.nodes.map(\.headline) == HostileText.all.map(\.text))
  }

  func article(titled title: String) -> ArticleNode {
    var article = article
    article.headline = title
    article.keywords = [title]
    return article
  }

  @Test(arguments: [
    ("news", "\"NewsArticle\""), ("brief", "\"NewsArticle\""), ("photo", "\"NewsArticle\""),
    ("column", "[\"NewsArticle\",\"OpinionNewsArticle\"]"),
    ("explainer", "[\"NewsArticle\",\"BackgroundNewsArticle\"]"),
    ("analysis", "[\"NewsArticle\",\"AnalysisNewsArticle\"]"),
    ("interview", "[\"NewsArticle\",\"ReportageNewsArticle\"]"),
    ("review", "[\"NewsArticle\",\"ReviewNewsArticle\"]"),
    ("sponsored", "[\"Article\",\"AdvertiserContentArticle\"]"),
  ])
  func `a genre decides the type`(_ genre: String, _ type: String) {
    var article = article
    article.kind = ArticleKind(genre: genre)
    #expect(json(.article(article)).contains("{\"@type\":\(type),"))
  }

  @Test func `one step is no way`() {
    let short = BreadcrumbNode(steps: [.init(name: "Iran")])
    #expect(
      json(.breadcrumbs(short)) == "{\"@context\":\"https://schema.org\",\"@graph\":[]}")
  }

  struct Graph: Decodable {
    let nodes: [Node]

    enum CodingKeys: String, CodingKey { case nodes = "@graph" }

    struct Node: Decodable {
      let id: String?
      let headline: String?
      let datePublished: String?

      enum CodingKeys: String, CodingKey {
        case id = "@id"
        case headline, datePublished
      }
    }
  }
}

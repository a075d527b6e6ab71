import FrontMatter
import Localization
import SiteModel
import Testing

@Suite struct SettingsSchemaTests {
  func settings(_ yaml: String) throws -> SiteSettings {
    let form = YAMLReader.read(Array(yaml.utf8), file: "Content/site.yaml")
    let reading = SettingsSchema.read(try #require(form.tree), file: "Content/site.yaml")
    #expect(form.diagnostics.isEmpty)
    #expect(reading.diagnostics.isEmpty)
    return try #require(reading.value)
  }

  @Test func `base_url alone makes a site`() throws {
    let site = try settings("base_url: https://kabar.example")
    #expect(
      site.baseURL == BaseURL(origin: "https://kabar.example", host: "kabar.example", path: ""))
    #expect(site.title == "kabar.example")
    #expect(site.idAuthority == "kabar.example")
    let edition = try #require(site.editions.first)
    #expect(edition.key.value == "en")
    #expect(edition.isDefault)
    #expect(edition.language.tag == "en")
    #expect(edition.direction == .leftToRight)
    #expect(edition.calendar == .gregorian)
    #expect(edition.perPage == 20)
    #expect(edition.permalink == .standard)
    #expect(edition.showUpdatedAfter == 600)
    #expect(edition.timezone == nil)
  }

  @Test(arguments: [
    ("https://Kabar.Example/", "https://kabar.example", "kabar.example", ""),
    ("http://localhost:8080/a/b/", "http://localhost:8080", "localhost", "/a/b"),
    ("https://کبر.example", "https://کبر.example", "کبر.example", ""),
  ])
  func `a base_url is taken apart`(text: String, origin: String, host: String, path: String) throws
  {
    let site = try settings("base_url: \(text)")
    #expect(site.baseURL == BaseURL(origin: origin, host: host, path: path))
  }

  @Test func `one edition is called after its language`() throws {
    let site = try settings("base_url: https://a.example\nlang: fa\ntimezone: Asia/Tehran")
    let edition = try #require(site.editions.first)
    #expect(edition.key.value == "fa")
    #expect(edition.direction == .rightToLeft)
    #expect(edition.calendar == .persian)
    #expect(edition.secondCalendar == .gregorian)
    #expect(edition.numerals == .arabext)
    #expect(edition.timezone?.value == "Asia/Tehran")
  }

  @Test func `an edition takes from the site what it does not say`() throws {
    let site = try settings(
      """
      base_url: https://a.example
      title: Kabar
      per_page: 6
      organization: {name: Kabar, email: a@kabar.example}
      paths: {tags: topik, page: hal}
      feeds: {items: 40, body: summary}
      extra: {a: 1}
      editions:
        id: {sections: [iran], timezone: Asia/Jakarta}
        fa:
          title: خبر
          per_page: 9
          organization: {name: خبر}
          paths: {tags: برچسب}
          feeds: {formats: [rss]}
          numerals: latin
          extra: {b: 2}
      """)
    #expect(site.title == "Kabar")
    #expect(site.editions.map(\.key.value) == ["id", "fa"])
    #expect(site.editions.map(\.isDefault) == [true, false])
    #expect(site.editions.map(\.title) == ["Kabar", "خبر"])
    #expect(site.editions.map(\.perPage) == [6, 9])
    #expect(site.editions.map(\.language.tag) == ["id", "fa"])
    #expect(site.editions.map(\.organization.name) == ["Kabar", "خبر"])
    #expect(site.editions.map(\.organization.email) == ["a@kabar.example", "a@kabar.example"])
    #expect(site.editions.map(\.paths.tags) == ["topik", "برچسب"])
    #expect(site.editions.map(\.paths.page) == ["hal", "hal"])
    #expect(site.editions.map(\.feeds.items) == [40, 40])
    #expect(site.editions.map(\.feeds.formats) == [[.rss, .atom, .json], [.rss]])
    #expect(site.editions.map(\.numerals) == [.latn, .latn])
    #expect(site.editions.map(\.publicationName) == ["Kabar", "خبر"])
    #expect(site.extra == .map([.init(key: "a", value: .integer(1))]))
    #expect(site.editions[1].extra == .map([.init(key: "b", value: .integer(2))]))
  }

  @Test(arguments: [("45s", 45), ("10m", 600), ("2h", 7200), ("1d", 86_400), ("0", 0)])
  func `a length of time has a unit`(text: String, seconds: Int64) throws {
    let site = try settings("base_url: https://a.example\nshow_updated_after: \(text)")
    #expect(site.editions.first?.showUpdatedAfter == seconds)
  }

  @Test func `a permalink pattern is taken apart`() throws {
    let site = try settings(
      "base_url: https://a.example\npermalink: /berita/{year}-{month}/{id}.html")
    let pattern = try #require(site.editions.first?.permalink)
    #expect(
      pattern.components == [
        [.text("berita")], [.token(.year), .text("-"), .token(.month)],
        [.token(.id), .text(".html")],
      ])
    #expect(!pattern.endsWithSlash)
  }

  @Test func `menus, kinds, outputs and choices are read`() throws {
    let site = try settings(
      """
      base_url: https://a.example/koran
      theme: none
      id_authority: Lama.example
      ignore: ["*.tmp", draft/]
      menu: [{title: Iran, url: /iran/}]
      footer_menu: [{title: Surat, url: "mailto:a@a.example"}]
      disable_kinds: [authors, not_found]
      outputs: [html, json]
      raw_html: allow
      unknown_keys: warn
      slugs: ascii
      social: {x: kabar}
      news: {publication_name: Kabar Contoh}
      date_formats: {long: "%-d %B %Y"}
      hreflang: id
      publish: {target: rsync}
      """)
    let edition = try #require(site.editions.first)
    #expect(site.theme == .none)
    #expect(site.idAuthority == "lama.example")
    #expect(site.ignore.map(\.value) == ["*.tmp", "draft/"])
    #expect(site.baseURL.text == "https://a.example/koran")
    #expect(edition.menu?.map(\.title) == ["Iran"])
    #expect(edition.footerMenu?.map(\.url.value) == ["mailto:a@a.example"])
    #expect(edition.disabledKinds == [.authors, .notFound])
    #expect(edition.outputs == [.html, .json])
    #expect(edition.rawHTML == .allow)
    #expect(edition.unknownKeys == .warn)
    #expect(edition.slugs == .ascii)
    #expect(edition.socialX == "@kabar")
    #expect(edition.publicationName == "Kabar Contoh")
    #expect(edition.dateFormats.map(\.pattern.value) == ["%-d %B %Y"])
    #expect(edition.hreflang == "id")
    #expect(site.publish.member("target") == .text("rsync"))
  }
}

@Suite struct RecordSchemasTests {
  let editions = ["id", "fa"]

  func tree(_ yaml: String) throws -> YAMLTree {
    try #require(YAMLReader.read(Array(yaml.utf8), file: "a.yaml").tree)
  }

  @Test func `an author has a name, codes and more`() throws {
    let tree = try tree(
      """
      dewi:
        name: {id: Dewi Fitriani, fa: دوی}
        slug: {fa: دوی}
        codes: [df, DF2]
        job_title: Redaktur
        bio: "Menulis **ekonomi**."
        email: dewi@kabar.example
        links: [{title: Situs, url: https://dewi.example}]
        image: {src: /dewi.jpg, alt: Dewi}
        same_as: https://orcid.example/1
        kind: organization
        extra: {a: b}
      budi: Budi Santoso
      """)
    let reading = RecordSchemas.authors(tree, file: "a.yaml", editions: editions)
    #expect(reading.diagnostics.isEmpty)
    let authors = try #require(reading.value)
    #expect(authors.map(\.key.value) == ["dewi", "budi"])
    #expect(authors[0].name.text(in: "id") == "Dewi Fitriani")
    #expect(authors[0].name.text(in: "fa") == "دوی")
    #expect(authors[0].slug?.text(in: "id") == nil)
    #expect(authors[0].codes.map(\.value) == ["df", "DF2"])
    #expect(authors[0].jobTitle?.text(in: "fa") == "Redaktur")
    #expect(authors[0].links.map(\.title) == ["Situs"])
    #expect(authors[0].sameAs == ["https://orcid.example/1"])
    #expect(authors[0].isOrganization)
    #expect(authors[1].name.text(in: "id") == "Budi Santoso")
  }

  @Test func `tags and sections have names, slugs and words`() throws {
    let tags = RecordSchemas.tags(
      try tree("iran: {name: {id: Iran, fa: ایران}, aliases: [Persia], description: Negara}"),
      file: "tags.yaml", editions: editions)
    #expect(tags.diagnostics.isEmpty)
    #expect(tags.value?.first?.aliases.map(\.value) == ["Persia"])
    #expect(tags.value?.first?.name.all == ["Iran", "ایران"])
    let sections = RecordSchemas.sections(
      try tree("iran: {name: Iran, slug: {fa: ایران}, layout: band}"),
      file: "sections.yaml", editions: editions)
    #expect(sections.diagnostics.isEmpty)
    #expect(sections.value?.first?.slug?.text(in: "fa") == "ایران")
    #expect(sections.value?.first?.layout?.value == "band")
  }

  @Test func `a front has containers in their order`() throws {
    let reading = FrontSchema.read(
      try tree(
        """
        utama: [iran-1]
        opini:
          title: Opini
          url: /opini/
          layout: row
          items: [a, Content/b.md]
          limit: 4
          backfill: {genre: opinion, section: iran}
        terbaru: {backfill: true}
        """), file: "fronts/id.yaml")
    #expect(reading.diagnostics.isEmpty)
    let containers = try #require(reading.value?.containers)
    #expect(containers.map(\.key.value) == ["utama", "opini", "terbaru"])
    #expect(containers[0].items.map(\.value) == ["iran-1"])
    #expect(containers[1].limit == 4)
    #expect(containers[1].backfill?.genre == .opinion)
    #expect(containers[2].backfill == StoryQuery())
    #expect(containers[0].backfill == nil)
  }
}

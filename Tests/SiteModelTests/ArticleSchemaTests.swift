import FrontMatter
import Localization
import SiteModel
import Testing

@Suite struct ArticleSchemaTests {
  func read(
    _ yaml: String, zone: String? = "Asia/Jakarta", policy: UnknownKeyPolicy = .error
  ) -> SchemaReading<ArticleMetadata> {
    let bytes = Array("---\n\(yaml)\n---\n".utf8)
    guard let tree = FrontMatterReader.read(bytes, file: "a.md").tree else {
      return SchemaReading(value: nil, diagnostics: [])
    }
    let context = SchemaContext(
      unknownKeys: policy, zone: zone.flatMap { Zone(identifier: $0) })
    return ArticleSchema.read(tree, file: "a.md", context: context)
  }

  func story(_ yaml: String) throws -> ArticleMetadata {
    let reading = read(yaml)
    #expect(reading.diagnostics.isEmpty)
    return try #require(reading.value)
  }

  static let everything = """
    title: Iran dan Rusia
    short_title: Iran–Rusia
    date: 2024-09-19 10:41
    updated: 2024-09-19T03:41:45Z
    summary: >
      Presiden Republik Islam Iran
      bertemu dan berdialog.
    section: iran
    tags: [iran, "2024", brics]
    authors: [dewi, {name: budi, role: translator}]
    signoff: sl
    kicker: Diplomasi
    dateline: Teheran
    source: {name: IRNA, url: https://irna.example/1}
    image: {src: a.jpg, alt: Bendera, caption: Keterangan, credit: Data, license: CC0}
    pictures:
      b.jpg: {alt: B, decorative: yes}
    genre: analysis
    slug: iran-rusia
    permalink: /msn.xml
    aliases: [/lama/, /2019/05/foo_bar.html]
    id: iran-1
    draft: no
    embargo: 2024-09-20
    expires: 2025-09-20
    on_expiry: gone
    pinned_until: 2024-09-21
    breaking_until: 2024-09-22 00:00+03:30
    retracted: {at: 2024-09-23, text: "Salah **semua**."}
    corrections:
      - at: 2024-09-20 08:00
        kind: editors_note
        severity: major
        text: Tahun salah.
    series: {key: brics, part: 2}
    translation_key: iran-rusia
    related: [iran-2, Content/iran/b.md]
    lang: id
    dir: ltr
    seo: {title: A, description: B, canonical: https://a.example/x}
    social: {title: C, image: s.png}
    robots: noindex
    feeds: false
    sitemap: yes
    layout: long-read
    extra: {a: 1, b: no}
    """

  @Test func `every key has its place`() throws {
    let story = try story(Self.everything)
    #expect(story.title.value == "Iran dan Rusia")
    #expect(story.shortTitle == "Iran–Rusia")
    #expect(story.date?.value == Timestamp(seconds: 1_726_717_260, offsetMinutes: 420))
    #expect(story.updated?.value == Timestamp(seconds: 1_726_717_305, offsetMinutes: 0))
    #expect(story.summary?.value == "Presiden Republik Islam Iran bertemu dan berdialog.")
    #expect(story.section?.value == "iran")
    #expect(story.tags.map(\.value) == ["iran", "2024", "brics"])
    #expect(story.authors.map(\.name.value) == ["dewi", "budi"])
    #expect(story.authors.map(\.role) == [.author, .translator])
    #expect(story.signoff?.value == "sl")
    #expect(story.kicker == "Diplomasi")
    #expect(story.dateline == "Teheran")
    #expect(story.source == StorySource(name: "IRNA", url: "https://irna.example/1"))
    #expect(story.genre == .analysis)
    #expect(story.slug?.value == "iran-rusia")
    #expect(story.permalink?.value == "/msn.xml")
    #expect(story.aliases.map(\.value) == ["/lama/", "/2019/05/foo_bar.html"])
    #expect(story.id?.value == "iran-1")
    #expect(!story.isDraft)
  }

  @Test func `every key of state, form and neighbours has its place`() throws {
    let story = try story(Self.everything)
    #expect(story.embargo?.value.seconds == 1_726_765_200)
    #expect(story.expires?.value.seconds == 1_758_301_200)
    #expect(story.onExpiry == .gone)
    #expect(story.pinnedUntil != nil)
    #expect(story.breakingUntil?.value.offsetMinutes == 210)
    #expect(story.retracted?.text.value == "Salah **semua**.")
    let correction = try #require(story.corrections.first)
    #expect(correction.kind == .editorsNote)
    #expect(correction.severity == .major)
    #expect(story.series?.key.value == "brics")
    #expect(story.series?.part == 2)
    #expect(story.translationKey?.value == "iran-rusia")
    #expect(story.related.map(\.value) == ["iran-2", "Content/iran/b.md"])
    #expect(story.lang?.value.tag == "id")
    #expect(story.direction == .leftToRight)
    #expect(story.seo?.canonical?.value == "https://a.example/x")
    #expect(story.social?.image?.value == "s.png")
    #expect(story.robots == "noindex")
    #expect(story.feeds == false)
    #expect(story.sitemap == true)
    #expect(story.layout?.value == "long-read")
    #expect(
      story.extra
        == .map([.init(key: "a", value: .integer(1)), .init(key: "b", value: .text("no"))]))
  }

  @Test func `pictures keep their words`() throws {
    let story = try story(Self.everything)
    let image = try #require(story.image)
    #expect(image.source.value == "a.jpg")
    #expect(image.metadata.alt == "Bendera")
    #expect(image.metadata.caption == "Keterangan")
    #expect(image.metadata.credit == "Data")
    #expect(image.metadata.license == "CC0")
    #expect(story.pictures.map(\.file.value) == ["b.jpg"])
    #expect(story.pictures.first?.metadata.isDecorative == true)
  }

  @Test func `the shortest story has a title and a date`() throws {
    let story = try story("title: Iran\ndate: 2024-09-19")
    #expect(story.date?.value == Timestamp(seconds: 1_726_678_800, offsetMinutes: 420))
    #expect(story.genre == .news)
    #expect(story.tags.isEmpty)
  }

  @Test func `a draft needs no date`() throws {
    #expect(try story("title: Iran\ndraft: true").date == nil)
  }

  @Test(arguments: [
    ("tags: iran, rusia , brics,", ["iran", "rusia", "brics"]),
    ("tags: ایران، روسیه", ["ایران", "روسیه"]), ("tags: []", []), ("tags:", []),
    ("tags: iran", ["iran"]), ("tags: [\"a, b\", c]", ["a, b", "c"]),
  ])
  func `tags are a list or one text with commas`(line: String, tags: [String]) throws {
    #expect(try story("title: Iran\ndate: 2024-09-19\n\(line)").tags.map(\.value) == tags)
  }

  @Test(arguments: [
    "authors: dewi", "authors: [dewi]", "authors: {name: dewi}", "authors: [{name: dewi}]",
    "authors:\n  - name: dewi\n    role: author",
  ])
  func `an author is a text, a list or a mapping`(line: String) throws {
    let authors = try story("title: Iran\ndate: 2024-09-19\n\(line)").authors
    #expect(authors.map(\.name.value) == ["dewi"])
    #expect(authors.map(\.role) == [.author])
  }

  @Test(arguments: ["kicker:", "kicker: ~", "kicker: null", "kicker: ''", "kicker: # one word"])
  func `a key without a value counts as absent`(line: String) throws {
    #expect(try story("title: Iran\ndate: 2024-09-19\n\(line)").kicker == nil)
  }

  @Test func `words like no and null stay text where text is meant`() throws {
    let story = try story("title: No\ndate: 2024-09-19\nkicker: 'null'\ntags: [no, on, 007]")
    #expect(story.title.value == "No")
    #expect(story.kicker == "null")
    #expect(story.tags.map(\.value) == ["no", "on", "007"])
  }

  @Test func `a comment after a value that is no headline is a comment`() throws {
    let story = try story(
      "title: Iran\ndate: 2024-09-19 # today\ngenre: brief # short\ndraft: no #")
    #expect(story.genre == .brief)
  }

  @Test func `a slug with zero-width non-joiners gets hyphens`() throws {
    let story = try story("title: Iran\ndate: 2024-09-19\nslug: راه\u{200C}آهن")
    #expect(story.slug?.value == "راه-آهن")
  }

  @Test func `values keep their places for later checks`() throws {
    let yaml = "title: Iran\ndate: 2024-09-19\ntags: [ایران, rusia]"
    let bytes = Array("---\n\(yaml)\n---\n".utf8)
    let story = try story(yaml)
    let sources = story.tags.map { String(decoding: bytes[$0.range.offsets], as: UTF8.self) }
    #expect(sources == ["ایران", "rusia"])
  }

  @Test func `unknown keys go to extra where the settings say so`() throws {
    let reading = read(
      "title: Iran\ndate: 2024-09-19\nqwertz: [1]\nextra: {a: b}", policy: .extra)
    #expect(reading.diagnostics.isEmpty)
    #expect(
      reading.value?.extra
        == .map([
          .init(key: "a", value: .text("b")), .init(key: "qwertz", value: .list([.integer(1)])),
        ]))
  }

  @Test func `a warning leaves the story readable and an error does not`() {
    #expect(read("title: Iran\ndate: 2024-09-19\nqwertz: 1", policy: .warn).value != nil)
    #expect(read("title: Iran\ndate: 2024-09-19\nqwertz: 1").value == nil)
  }
}

@Suite struct TimestampReadingTests {
  /// The instant of a date as read in a zone, in the form of RFC 3339 with its own offset.
  func date(_ text: String, in zone: String) -> Timestamp? {
    let bytes = Array("---\ntitle: a\ndate: \(text)\n---\n".utf8)
    guard let tree = FrontMatterReader.read(bytes, file: "a.md").tree else { return nil }
    let context = SchemaContext(zone: Zone(identifier: zone))
    return ArticleSchema.read(tree, file: "a.md", context: context).value?.date?.value
  }

  @Test(arguments: [
    ("2024-09-19 10:41", "Asia/Jakarta", 1_726_717_260, 420),
    ("2024-09-19T10:41", "Asia/Jakarta", 1_726_717_260, 420),
    ("\"2024-09-19 10:41\"", "Asia/Jakarta", 1_726_717_260, 420),
    ("2024-09-19 10:41:45", "Asia/Jakarta", 1_726_717_305, 420),
    ("2024-09-19T03:41:00Z", "Asia/Jakarta", 1_726_717_260, 0),
    ("2024-09-19 07:11+03:30", "Asia/Jakarta", 1_726_717_260, 210),
    ("2024-09-19 07:11", "Asia/Tehran", 1_726_717_260, 210),
    ("2024-09-18 23:41", "America/New_York", 1_726_717_260, -240),
    ("2024-09-19", "Asia/Tehran", 1_726_691_400, 210),
    ("2024-01-19", "America/New_York", 1_705_640_400, -300),
  ])
  func `a date without an offset is on the clocks of the edition`(
    text: String, zone: String, seconds: Int64, offset: Int16
  ) {
    #expect(date(text, in: zone) == Timestamp(seconds: seconds, offsetMinutes: offset))
  }

  @Test func `a day whose midnight is skipped begins when the clocks go on`() {
    let start = date("2022-03-22", in: "Asia/Tehran")
    #expect(start == Timestamp(seconds: 1_647_894_600, offsetMinutes: 270))
  }

  @Test func `of a time that is shown twice the earlier one is taken`() {
    let first = date("2024-11-03 01:30", in: "America/New_York")
    #expect(first == Timestamp(seconds: 1_730_611_800, offsetMinutes: -240))
  }
}

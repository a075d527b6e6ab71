import Bytes
import FrontMatter
import Localization
import SiteModel
import Testing

/// What goes into a card comes out of it, field by field.
struct CardCodecTests {
  private static let stories: [ArticleMetadata] = {
    var random = RandomStory(seed: 2024)
    return (0..<200).map { _ in random.metadata() }
  }()

  /// The stories in a table of chunks of different lengths, as workers make them.
  private static let table: CardTable = {
    var encoder = CardEncoder()
    var record = ByteBuffer()
    var chunks: [CardChunk] = []
    for (number, story) in stories.enumerated() {
      if number % 7 == 0 || number == 3 { chunks.append(CardChunk()) }
      record.removeAll()
      encoder.encode(story, origin(number), into: &record)
      chunks[chunks.count - 1].append(record)
    }
    return CardTable(joining: chunks)
  }()

  private static func origin(_ number: Int) -> CardOrigin {
    CardOrigin(
      path: path(number), edition: number % 3, section: number % 2 == 0 ? "iran" : nil,
      slug: "berita-\(number)", day: CivilDate(year: 2024, month: 9, day: 19),
      bodyStart: number * 17, body: Fingerprint(low: UInt64(number), high: 0),
      measure: number % 4 == 0
        ? CardMeasure(
          excerpt: "Awal \(number)", wordCount: number,
          pictures: [Located("peta.png", at: SourceRange(number..<(number + 8)))]) : nil)
  }

  private static func path(_ number: Int) -> String {
    let digits = String(number)
    return "Content/iran/" + String(repeating: "0", count: 3 - digits.count) + digits + ".md"
  }

  private func each(_ check: (ArticleMetadata, Card, Int) throws -> Void) rethrows {
    for (number, story) in Self.stories.enumerated() {
      try check(story, Self.table[CardID(number)], number)
    }
  }

  @Test func `texts come back`() {
    each { story, card, _ in
      let texts: [(CardField, String?)] = [
        (.title, story.title.value), (.shortTitle, story.shortTitle),
        (.summary, story.summary?.value), (.kicker, story.kicker), (.dateline, story.dateline),
        (.permalink, story.permalink?.value), (.id, story.id?.value),
        (.signoff, story.signoff?.value), (.series, story.series?.key.value),
        (.translationKey, story.translationKey?.value), (.language, story.lang?.value.tag),
        (.robots, story.robots), (.layout, story.layout?.value),
        (.imageSource, story.image?.source.value), (.imageAlt, story.image?.metadata.alt),
        (.imageCaption, story.image?.metadata.caption),
        (.imageCredit, story.image?.metadata.credit),
        (.imageLicense, story.image?.metadata.license),
      ]
      for (field, text) in texts {
        // Bytes, because texts that differ in normalization are equal as strings.
        #expect(
          card.string(field).map { Array($0.utf8) } == text.map { Array($0.utf8) }, "\(field)")
      }
    }
  }

  @Test func `times and numbers come back`() {
    each { story, card, _ in
      #expect(card.time(.date) == story.date?.value)
      #expect(card.time(.updated) == story.updated?.value)
      #expect(card.time(.embargo) == story.embargo?.value)
      #expect(card.time(.expires) == story.expires?.value)
      #expect(card.time(.pinnedUntil) == story.pinnedUntil?.value)
      #expect(card.time(.breakingUntil) == story.breakingUntil?.value)
      #expect(card.number(.seriesPart) == story.series?.part)
    }
  }

  @Test func `lists come back with their places`() {
    each { story, card, _ in
      #expect(items(card, .tags) == story.tags)
      #expect(items(card, .authors) == story.authors.map(\.name))
      #expect(items(card, .aliases) == story.aliases)
      #expect(items(card, .related) == story.related)
      let roles = card.list(.authors).map { Credit.Role.allCases[Int($0.number)] }
      #expect(roles == story.authors.map(\.role))
      #expect(card.list(.tags).map(\.number) == story.tags.map { TagIdentity.of($0.value) })
    }
  }

  private func items(_ card: Card, _ field: CardField) -> [Located<String>] {
    card.list(field).map { Located($0.text.string, at: $0.range) }
  }

  @Test func `flags come back`() {
    each { story, card, _ in
      #expect(card.flags.contains(.draft) == story.isDraft)
      #expect(card.flags.contains(.goneOnExpiry) == (story.onExpiry == .gone))
      #expect(card.flags.contains(.retracted) == (story.retracted != nil))
      #expect(card.flags.contains(.withdrawn) == (story.withdrawn != nil))
      #expect(card.flags.contains(.notInFeeds) == (story.feeds == false))
      #expect(card.flags.contains(.notInSitemap) == (story.sitemap == false))
      #expect(card.flags.contains(.rightToLeft) == (story.direction == .rightToLeft))
      #expect(card.flags.contains(.leftToRight) == (story.direction == .leftToRight))
      #expect(card.flags.contains(.hasCorrections) == !story.corrections.isEmpty)
      #expect(
        card.flags.contains(.decorativeImage) == (story.image?.metadata.isDecorative == true))
      #expect(card.flags.genre == story.genre)
    }
  }

  @Test func `details come back`() throws {
    try each { story, card, _ in
      let details = try #require(card.details)
      #expect(details.source == story.source)
      #expect(details.pictures == story.pictures)
      #expect(details.retracted == story.retracted)
      #expect(details.withdrawn == story.withdrawn)
      #expect(details.corrections == story.corrections)
      #expect(details.seo == story.seo)
      #expect(details.social == story.social)
      #expect(details.extra == story.extra)
      #expect(details.places == CardPlaces(story))
    }
  }

  @Test func `what is known besides the front matter comes back`() {
    each { _, card, number in
      let origin = Self.origin(number)
      #expect(card.string(.path) == origin.path)
      #expect(card.edition == origin.edition)
      #expect(card.string(.section) == origin.section)
      #expect(card.string(.slug) == origin.slug)
      #expect(card.civilDay == 2024_09_19)
      #expect(card.bodyStart == origin.bodyStart)
      #expect(card.string(.excerpt) == origin.measure?.excerpt)
      #expect(card.number(.wordCount) == origin.measure?.wordCount)
      #expect(items(card, .bodyPictures) == origin.measure?.pictures ?? [])
    }
  }

  @Test func `a story is found by its path and by no other`() {
    each { _, _, number in
      #expect(Self.table.story(atPath: Self.path(number)) == CardID(number))
    }
    #expect(Self.table.story(atPath: "Content/iran/200.md") == nil)
    #expect(Self.table.story(atPath: "Content/iran/00") == nil)
    #expect(Self.table.story(atPath: "") == nil)
  }

  @Test func `the fingerprint of a group changes with its fields and with no others`() {
    let plain = fingerprints { _ in }
    let kicker = fingerprints { $0.kicker = "Analisis" }
    #expect(plain[.face] != kicker[.face])
    #expect(plain[.times] == kicker[.times])
    let updated = fingerprints {
      $0.updated = Located(Timestamp(seconds: 5, offsetMinutes: 0), at: SourceRange(0..<1))
    }
    #expect(plain[.face] == updated[.face])
    #expect(plain[.times] != updated[.times])
    let extra = fingerprints { $0.extra = .map([.init(key: "a", value: .integer(1))]) }
    #expect(plain[.face] == extra[.face])
    #expect(plain[.details] != extra[.details])
  }

  private func fingerprints(
    _ change: (inout ArticleMetadata) -> Void
  ) -> [CardGroup: UInt64] {
    var story = ArticleMetadata(title: Located("Iran", at: SourceRange(0..<4)))
    change(&story)
    var encoder = CardEncoder()
    var record = ByteBuffer()
    encoder.encode(story, Self.origin(1), into: &record)
    var chunk = CardChunk()
    chunk.append(record)
    // A card is good for as long as its table.
    return withExtendedLifetime(CardTable(joining: [chunk])) { table in
      Dictionary(
        uniqueKeysWithValues: CardGroup.allCases.map { ($0, table[0].fingerprint(of: $0)) })
    }
  }
}

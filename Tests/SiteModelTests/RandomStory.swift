import FrontMatter
import Localization
import SiteModel

/// Makes stories with random metadata, the same in every run of the tests.
struct RandomStory: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

// MARK: - Values

extension RandomStory {
  private static let words = [
    "", "Iran", "ایران", "می‌رود", "é", "e\u{301}", "\u{1F1EE}\u{1F1E9}", "a\tb", "line\nbreak",
    "<&\">",
    String(repeating: "panjang ", count: 40),
  ]

  mutating func text() -> String {
    (0..<Int.random(in: 1...3, using: &self))
      .map { _ in Self.words[Int.random(in: 0..<Self.words.count, using: &self)] }
      .joined(separator: " ")
  }

  mutating func maybe<Value>(_ value: (inout RandomStory) -> Value) -> Value? {
    Bool.random(using: &self) ? value(&self) : nil
  }

  mutating func many<Value>(_ value: (inout RandomStory) -> Value) -> [Value] {
    (0..<Int.random(in: 0...4, using: &self)).map { _ in value(&self) }
  }

  mutating func range() -> SourceRange {
    let start = Int.random(in: 0...100_000, using: &self)
    return SourceRange(start..<(start + Int.random(in: 0...300, using: &self)))
  }

  mutating func located() -> Located<String> {
    let text = text()
    return Located(text, at: range())
  }

  mutating func time() -> Located<Timestamp> {
    let seconds = Int64.random(in: -10_000_000_000...10_000_000_000, using: &self)
    let offset = Int16.random(in: -14 * 60...14 * 60, using: &self)
    return Located(Timestamp(seconds: seconds, offsetMinutes: offset), at: range())
  }

  mutating func one<Value: CaseIterable>(of type: Value.Type) -> Value
  where Value.AllCases == [Value] {
    type.allCases[Int.random(in: 0..<type.allCases.count, using: &self)]
  }

  mutating func data(depth: Int = 0) -> DataValue {
    switch Int.random(in: 0...(depth < 4 ? 6 : 4), using: &self) {
    case 0: .none
    case 1: .bool(Bool.random(using: &self))
    case 2: .integer(Int.random(in: Int.min...Int.max, using: &self))
    case 3: .number(Double.random(in: -1e9...1e9, using: &self))
    case 4: .text(text())
    case 5: .list(many { $0.data(depth: depth + 1) })
    default: .map(members(depth: depth + 1))
    }
  }

  private mutating func members(depth: Int) -> [DataValue.Member] {
    many { DataValue.Member(key: $0.text(), value: $0.data(depth: depth)) }
  }

  private mutating func picture() -> PictureMetadata {
    var picture = PictureMetadata()
    picture.alt = maybe { $0.text() }
    picture.caption = maybe { $0.text() }
    picture.credit = maybe { $0.text() }
    picture.license = maybe { $0.text() }
    picture.isDecorative = Bool.random(using: &self)
    return picture
  }

  private mutating func notice() -> StoryNotice {
    let at = time()
    return StoryNotice(at: at, text: located())
  }

  private mutating func correction() -> Correction {
    Correction(
      at: time(), kind: one(of: Correction.Kind.self), severity: one(of: Correction.Severity.self),
      text: located())
  }
}

// MARK: - Stories

extension RandomStory {
  /// A story with any of its keys.
  mutating func metadata() -> ArticleMetadata {
    var story = ArticleMetadata(title: located())
    fillTexts(&story)
    fillTimes(&story)
    fillLists(&story)
    fillChoices(&story)
    fillDetails(&story)
    return story
  }

  private mutating func fillTexts(_ story: inout ArticleMetadata) {
    story.shortTitle = maybe { $0.text() }
    story.summary = maybe { $0.located() }
    story.section = maybe { $0.located() }
    story.signoff = maybe { $0.located() }
    story.kicker = maybe { $0.text() }
    story.dateline = maybe { $0.text() }
    story.slug = maybe { $0.located() }
    story.permalink = maybe { $0.located() }
    story.id = maybe { $0.located() }
    story.translationKey = maybe { $0.located() }
    story.robots = maybe { $0.text() }
    story.layout = maybe { $0.located() }
    story.lang = LanguageTag("fa-AF").map { Located($0, at: range()) }
  }

  private mutating func fillTimes(_ story: inout ArticleMetadata) {
    story.date = maybe { $0.time() }
    story.updated = maybe { $0.time() }
    story.embargo = maybe { $0.time() }
    story.expires = maybe { $0.time() }
    story.pinnedUntil = maybe { $0.time() }
    story.breakingUntil = maybe { $0.time() }
  }

  private mutating func fillLists(_ story: inout ArticleMetadata) {
    story.tags = many { $0.located() }
    story.authors = many { Credit(name: $0.located(), role: $0.one(of: Credit.Role.self)) }
    story.aliases = many { $0.located() }
    story.related = many { $0.located() }
    story.series = maybe { random in
      SeriesMembership(
        key: random.located(), part: random.maybe { Int.random(in: 1...40, using: &$0) })
    }
  }

  private mutating func fillChoices(_ story: inout ArticleMetadata) {
    story.genre = one(of: Genre.self)
    story.isDraft = Bool.random(using: &self)
    story.onExpiry = Bool.random(using: &self) ? .gone : .unlist
    story.direction = maybe { Bool.random(using: &$0) ? .rightToLeft : .leftToRight }
    story.feeds = maybe { Bool.random(using: &$0) }
    story.sitemap = maybe { Bool.random(using: &$0) }
  }

  private mutating func fillDetails(_ story: inout ArticleMetadata) {
    story.source = maybe { random in
      StorySource(name: random.text(), url: random.maybe { $0.text() })
    }
    story.image = maybe { ImageReference(source: $0.located(), metadata: $0.picture()) }
    story.pictures = many { PictureEntry(file: $0.located(), metadata: $0.picture()) }
    story.retracted = maybe { $0.notice() }
    story.withdrawn = maybe { $0.notice() }
    story.corrections = many { $0.correction() }
    story.seo = maybe { random in
      var seo = SearchMetadata()
      seo.title = random.maybe { $0.text() }
      seo.description = random.maybe { $0.text() }
      seo.canonical = random.maybe { $0.located() }
      return seo
    }
    story.social = maybe { random in
      var social = SocialMetadata()
      social.title = random.maybe { $0.text() }
      social.image = random.maybe { $0.located() }
      return social
    }
    story.extra = .map(members(depth: 1))
  }
}

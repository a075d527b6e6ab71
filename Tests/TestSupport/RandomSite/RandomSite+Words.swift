/// The words that random sites are made of: few, so that things meet.
extension RandomSite {
  static let sectionNames = ["iran", "ekonomi", "opini"]
  static let tagNames = [
    "iran", "Iran", "BRICS", "brics", "rusia", "energi", "gas", "ایران", "oks",
  ]
  static let authorNames = ["dewi", "slamet", "budi"]
  static let pictureNames = ["peta.png", "foto.png"]

  private static let words = [
    "Iran", "Rusia", "gas", "kereta", "pelabuhan", "harga", "menteri", "sidang", "koridor", "surat",
  ]
  private static let persianWords = ["ایران", "روسیه", "گاز", "بندر", "می‌رود", "نامه"]

  mutating func words(_ count: ClosedRange<Int>, edition: String = "id") -> String {
    let all = edition == "fa" ? Self.persianWords : Self.words
    return (0..<random.number(count)).map { _ in random.one(of: all) }.joined(separator: " ")
  }

  mutating func tags() -> [String] { random.some(of: Self.tagNames, upTo: 4) }

  mutating func authors() -> [String] { random.some(of: Self.authorNames, upTo: 2) }

  /// Paragraphs with now and then a link, a picture or a heading.
  mutating func body(edition: String) -> String {
    var blocks = [words(3...12, edition: edition)]
    if random.happens(30) { blocks.append("## " + words(1...2, edition: edition)) }
    if random.happens(30), let target = state.stories.randomElement(using: &random) {
      let path = target.path.dropFirst("Content".count)
      blocks.append("[\(words(1...2))](\(path))")
    }
    if random.happens(15) {
      blocks.append("![\(words(1...2))](\(random.one(of: ["/foto.png", "foto.png", "peta.png"])))")
    }
    if random.happens(10) { blocks.append("[a](/tags/brics/) [b](/nowhere/#x)") }
    if random.happens(10) { blocks.append("A note.[^1]\n\n[^1]: \(words(1...3))") }
    return blocks.joined(separator: "\n\n")
  }

  /// A line of front matter that is not always there.
  mutating func frontMatter(_ key: String) -> String? {
    let hour = state.hour
    switch key {
    case "updated": return SiteStory.date(hour: hour - random.number(1...50))
    case "embargo", "expires", "pinned_until", "breaking_until":
      return SiteStory.date(hour: hour + random.number(-200...200))
    case "on_expiry": return random.one(of: ["unlist", "gone"])
    case "summary", "kicker", "short_title", "dateline", "signoff": return words(1...4)
    case "genre": return random.one(of: ["news", "opinion", "sponsored"])
    case "image":
      return "{src: \(random.one(of: Self.pictureNames + ["/foto.png"])), alt: \(words(1...2))}"
    case "series":
      return "{key: \(random.one(of: ["jalan", "laut"])), part: \(random.number(1...9))}"
    case "translation_key": return random.one(of: ["satu", "dua"])
    case "related":
      let others = random.some(of: state.stories, upTo: 2)
      return "["
        + others.map { String($0.path.dropFirst("Content/".count)) }.joined(separator: ", ")
        + "]"
    case "id": return "id-\(random.number(1...60))"
    case "slug": return "slug-\(random.number(1...60))"
    case "aliases": return "[/lama/\(random.number(1...30))/]"
    case "corrections": return "[{at: \(SiteStory.date(hour: hour - 5)), text: \(words(1...4))}]"
    case "retracted", "withdrawn":
      return "{at: \(SiteStory.date(hour: hour - 5)), text: \(words(1...3))}"
    case "extra": return "{mark: \(words(1...1))}"
    case "source": return "{name: \(words(1...2))}"
    case "feeds", "sitemap": return random.one(of: ["true", "false"])
    case "robots": return random.one(of: ["noindex", "max-snippet:10"])
    case "lang": return random.one(of: ["en", "ar"])
    case "layout": return random.happens(10) ? "nothing" : random.one(of: ["article", "default"])
    default: return nil
    }
  }

  static let frontMatterKeys = [
    "updated", "embargo", "expires", "on_expiry", "pinned_until", "breaking_until", "summary",
    "kicker", "short_title", "dateline", "signoff", "genre", "image", "series", "translation_key",
    "related", "id", "slug", "aliases", "corrections", "retracted", "withdrawn", "extra", "feeds",
    "sitemap", "robots", "lang", "layout", "source",
  ]
}

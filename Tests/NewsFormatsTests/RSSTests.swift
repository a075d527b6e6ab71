import NewsFormats
import TestSupport
import Testing

@Suite struct RSSTests {
  func rss(_ feed: Feed) -> String { written { feed.writeRSS(into: &$0) } }

  @Test func `a feed reads like this`() throws {
    try Golden.check(rss(Samples.feed.served(at: "https://kabar.example/feed.rss")), "feed.rss")
  }

  @Test func `feedparser finds what was put in`() throws {
    let read = try ReadFeed(rss(Samples.feed.served(at: "https://kabar.example/feed.rss")))
    #expect(read.problem == "")
    #expect(read.version == "rss20")
    #expect(read.language == "id")
    #expect(read.links["self"] == "https://kabar.example/feed.rss")
    let story = try #require(read.entries.first)
    #expect(story.id == "tag:kabar.example,2024:id:hubungan")
    #expect(story.title == Samples.story.title)
    #expect(story.published == 1_726_717_260)
    #expect(story.tags == ["Iran", "BRICS"])
    #expect(story.pictures == [Samples.picture.url])
    #expect(story.content.contains("<a href=\"https://kabar.example/iran/\">Iran</a>"))
    #expect(
      read.entries[1].link
        == "https://kabar.example/fa/%D8%A7%DB%8C%D8%B1%D8%A7%D9%86/2024/09/"
        + "%D8%B1%D9%88%D8%A7%D8%A8%D8%B7/")
    #expect(read.entries[1].title == "\u{2068}ایران و روسیه.\u{2069}")
  }

  @Test func `no text breaks the feed`() throws {
    let items = HostileText.all.map { FeedItem.hostile($0.text) }
    let read = try ReadFeed(rss(Samples.feed.holding(items)))
    #expect(read.problem == "")
    #expect(read.entries.map(\.tags) == items.map(\.categories))
  }

  @Test func `characters that XML does not know become replacement characters`() throws {
    let text = rss(Samples.feed.holding(HostileText.illegal.map { .hostile($0.text) }))
    let read = try ReadFeed(text)
    #expect(read.problem == "")
    #expect(
      read.entries.map(\.tags) == [
        ["a\u{FFFD}b"], ["a\u{FFFD}b"], ["a\u{FFFD}[31mb"], ["a\u{FFFD}b\u{FFFD}c"],
      ])
  }

  @Test func `a language that RSS does not know is left out`() {
    var feed = Samples.feed
    feed.language = "id_ID"
    #expect(!rss(feed).contains("<language>"))
  }

  @Test func `an empty feed is still a feed`() throws {
    var feed = Samples.feed.holding([])
    feed.updated = nil
    feed.summary = ""
    let text = rss(feed)
    #expect(try ReadFeed(text).problem == "")
    #expect(text.contains("<description>Kabar Contoh</description>"))
    #expect(!text.contains("lastBuildDate"))
  }
}

extension FeedItem {
  /// A story that holds `text` wherever a story holds text.
  static func hostile(_ text: String) -> FeedItem {
    FeedItem(
      id: "tag:kabar.example,2024:id:x", url: "https://kabar.example/x/", title: text,
      language: "id", summary: text, body: Array(text.utf8), published: Samples.published,
      updated: Samples.updated, authors: [FeedPerson(name: text)], categories: [text],
      picture: FeedPicture(url: "https://kabar.example/x.jpg", caption: text, credit: text),
      details: ItemDetails(kicker: text))
  }
}

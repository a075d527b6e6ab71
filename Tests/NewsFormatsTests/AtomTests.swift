import NewsFormats
import TestSupport
import Testing

@Suite struct AtomTests {
  func atom(_ feed: Feed) -> String { written { feed.writeAtom(into: &$0) } }

  @Test func `a feed reads like this`() throws {
    try Golden.check(atom(Samples.feed.served(at: "https://kabar.example/feed.atom")), "feed.atom")
  }

  @Test func `feedparser finds what was put in`() throws {
    let read = try ReadFeed(atom(Samples.feed.served(at: "https://kabar.example/feed.atom")))
    #expect(read.problem == "")
    #expect(read.version == "atom10")
    #expect(read.links["self"] == "https://kabar.example/feed.atom")
    let story = try #require(read.entries.first)
    #expect(story.id == "tag:kabar.example,2024:id:hubungan")
    #expect(story.published == 1_726_717_260)
    #expect(story.updated == 1_726_717_305)
    #expect(story.authors == ["Dewi Fitriani", "Redaksi"])
    #expect(story.pictures == [Samples.picture.url])
    #expect(
      story.content.contains("src=\"https://kabar.example/iran/2024/09/hubungan/bendera.jpg\""))
  }

  @Test func `no text breaks the feed`() throws {
    let items = (HostileText.all + HostileText.illegal).map { FeedItem.hostile($0.text) }
    let read = try ReadFeed(atom(Samples.feed.holding(items)))
    #expect(read.problem == "")
    #expect(read.entries.count == items.count)
    #expect(
      read.entries.prefix(HostileText.all.count).map(\.tags) == HostileText.all.map { [$0.text] })
  }

  @Test func `an empty feed has the date that is required`() throws {
    var feed = Samples.feed.holding([])
    feed.updated = nil
    let text = atom(feed)
    #expect(try ReadFeed(text).problem == "")
    #expect(text.contains("<updated>1970-01-01T00:00:00Z</updated>"))
  }
}

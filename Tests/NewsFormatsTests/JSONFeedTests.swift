import Foundation
import NewsFormats
import TestSupport
import Testing

@Suite struct JSONFeedTests {
  let validator = Validator(script: "check_json.py", arguments: [Validator.schema("jsonfeed.json")])

  func json(_ feed: Feed) -> String { written { feed.writeJSON(into: &$0) } }

  @Test func `a feed reads like this`() throws {
    var feed = Samples.feed.served(at: "https://kabar.example/feed.json")
    feed.nextURL = "https://kabar.example/page/2/index.json"
    feed.alternates = [Alternate(language: "fa", url: "https://kabar.example/fa/")]
    try Golden.check(json(feed), "feed.json")
    #expect(try validator.output(for: json(feed)) == "")
  }

  @Test func `a story alone reads like this`() throws {
    try Golden.check(written { Samples.story.writeJSON(into: &$0) }, "item.json")
  }

  @Test func `an empty feed keeps its list`() throws {
    let text = json(Samples.feed.holding([]))
    #expect(text.contains("\"items\":[]"))
    #expect(try validator.output(for: text) == "")
  }

  @Test func `every text comes back as it was`() throws {
    let items = (HostileText.all + HostileText.illegal).map { FeedItem.hostile($0.text) }
    let text = json(Samples.feed.holding(items))
    #expect(try validator.output(for: text) == "")
    let read = try JSONDecoder().decode(Read.self, from: Data(text.utf8))
    #expect(read.items.map(\.title) == items.map(\.title))
    #expect(read.items.map(\._warta.kicker) == items.map(\.details?.kicker))
  }

  struct Read: Decodable {
    let items: [Item]

    struct Item: Decodable {
      let title: String
      let _warta: Details
    }

    struct Details: Decodable {
      let kicker: String?
    }
  }
}

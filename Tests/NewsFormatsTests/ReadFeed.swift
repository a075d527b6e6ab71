import Testing

/// What feedparser reads from a feed.
struct ReadFeed: Decodable {
  let problem: String
  let version: String
  let title: String
  let language: String
  let links: [String: String]
  let entries: [Entry]

  struct Entry: Decodable {
    let id: String
    let title: String
    let link: String
    let published: Int?
    let updated: Int?
    let authors: [String]
    let tags: [String]
    let content: String
    let pictures: [String]
  }

  init(_ feed: String) throws {
    self = try Validator(script: "read_feed.py").value(ReadFeed.self, for: feed)
  }
}

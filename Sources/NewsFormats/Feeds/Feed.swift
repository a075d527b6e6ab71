package import Localization

/// A list of stories as RSS, Atom or JSON Feed tell it.
///
/// All addresses are absolute; they may hold letters of any script, which are percent-encoded when
/// they are written. Texts are plain text.
package struct Feed: Sendable {
  /// The permanent name of the list (Atom's `id`); see ``TagURI``.
  package var id: String
  package var title: String
  /// What the feed is about; RSS repeats the title when it is empty.
  package var summary: String
  /// The language of the list, as a BCP 47 tag.
  package var language: String
  package var direction: TextDirection
  /// The page that readers see.
  package var pageURL: String
  /// Where each format of this feed is served; it must be the address that is fetched.
  package var feedURL: String
  /// The latest significant change of an item in the feed; missing when the feed is empty.
  package var updated: Timestamp?
  /// The organisation, for entries that name nobody.
  package var publisher: FeedPerson
  /// The logo, shown beside the title.
  package var logo: FeedPicture?
  /// A small square picture.
  package var icon: String?
  /// A WebSub hub that is told about changes.
  package var hub: String?
  /// Where the next older part of the list is, when it is published in parts.
  package var nextURL: String?
  /// Where the same list is in other languages.
  package var alternates: [Alternate]
  /// The stories, newest first.
  package var items: [FeedItem]

  package init(
    id: String, title: String, summary: String = "", language: String,
    direction: TextDirection = .leftToRight, pageURL: String, feedURL: String,
    updated: Timestamp? = nil,
    publisher: FeedPerson, logo: FeedPicture? = nil, icon: String? = nil, hub: String? = nil,
    nextURL: String? = nil, alternates: [Alternate] = [], items: [FeedItem] = []
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.language = language
    self.direction = direction
    self.pageURL = pageURL
    self.feedURL = feedURL
    self.updated = updated
    self.publisher = publisher
    self.logo = logo
    self.icon = icon
    self.hub = hub
    self.nextURL = nextURL
    self.alternates = alternates
    self.items = items
  }
}

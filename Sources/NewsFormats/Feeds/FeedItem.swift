package import Localization

/// A story as feeds tell it.
package struct FeedItem: Sendable {
  /// The permanent name of the story, never derived from its address; see ``TagURI``.
  package var id: String
  package var url: String
  package var title: String
  package var language: String
  package var direction: TextDirection
  /// The deck or the excerpt, as plain text.
  package var summary: String
  /// The body as the page shows it; missing when the site publishes summaries only.
  ///
  /// It is HTML, and ``FeedBody`` makes it fit for feeds when it is written.
  package var body: [UInt8]?
  /// The first publication.
  package var published: Timestamp
  /// The last significant change.
  package var updated: Timestamp
  package var authors: [FeedPerson]
  /// The section and the tags, by name.
  package var categories: [String]
  package var picture: FeedPicture?
  /// The same story in other languages.
  package var alternates: [Alternate]
  /// What only the JSON says, in `_warta`.
  package var details: ItemDetails?

  package init(
    id: String, url: String, title: String, language: String,
    direction: TextDirection = .leftToRight,
    summary: String = "", body: [UInt8]? = nil, published: Timestamp, updated: Timestamp,
    authors: [FeedPerson] = [], categories: [String] = [], picture: FeedPicture? = nil,
    alternates: [Alternate] = [], details: ItemDetails? = nil
  ) {
    self.id = id
    self.url = url
    self.title = title
    self.language = language
    self.direction = direction
    self.summary = summary
    self.body = body
    self.published = published
    self.updated = updated
    self.authors = authors
    self.categories = categories
    self.picture = picture
    self.alternates = alternates
    self.details = details
  }
}

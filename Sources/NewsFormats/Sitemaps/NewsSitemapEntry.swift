/// A story of the last two days, as a news sitemap tells it.
package struct NewsSitemapEntry: Sendable {
  package var page: SitemapEntry
  /// The name exactly as it stands in Google's publication list.
  package var publicationName: String
  /// The language of the publication, as a BCP 47 tag.
  package var language: String
  /// The first publication.
  package var published: Timestamp
  /// The headline alone: no author, site name or date.
  package var title: String

  package init(
    page: SitemapEntry, publicationName: String, language: String, published: Timestamp,
    title: String
  ) {
    self.page = page
    self.publicationName = publicationName
    self.language = language
    self.published = published
    self.title = title
  }
}

/// A list of stories: schema.org's `CollectionPage` with an `ItemList`.
package struct CollectionNode: Hashable, Sendable {
  package var url: String
  package var name: String
  package var summary: String?
  package var language: String
  /// The home page of the site that the list belongs to.
  package var siteURL: String
  /// The stories in the order shown.
  package var items: [Item]

  package init(
    url: String, name: String, summary: String? = nil, language: String, siteURL: String,
    items: [Item] = []
  ) {
    self.url = url
    self.name = name
    self.summary = summary
    self.language = language
    self.siteURL = siteURL
    self.items = items
  }

  /// One story.
  package struct Item: Hashable, Sendable {
    package var url: String
    package var title: String

    package init(url: String, title: String) {
      self.url = url
      self.title = title
    }
  }
}

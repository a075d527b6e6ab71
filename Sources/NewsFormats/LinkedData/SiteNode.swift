/// The site, told on its home page only: schema.org's `WebSite`.
package struct SiteNode: Hashable, Sendable {
  package var url: String
  package var name: String
  package var alternateName: String?
  /// The languages of the editions.
  package var languages: [String]

  package init(url: String, name: String, alternateName: String? = nil, languages: [String] = []) {
    self.url = url
    self.name = name
    self.alternateName = alternateName
    self.languages = languages
  }
}

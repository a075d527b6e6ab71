package import FrontMatter
package import Localization

/// The front matter of a standing page: `pages/about.md`.
package struct StandingMetadata: Hashable, Sendable {
  package var title: Located<String>
  package var shortTitle: String?
  package var summary: Located<String>?
  package var updated: Located<Timestamp>?
  package var image: ImageReference?
  package var pictures: [PictureEntry] = []
  package var slug: Located<String>?
  package var permalink: Located<String>?
  package var aliases: [Located<String>] = []
  package var isDraft = false
  package var translationKey: Located<String>?
  package var lang: Located<LanguageTag>?
  package var direction: TextDirection?
  package var seo: SearchMetadata?
  package var social: SocialMetadata?
  package var robots: String?
  package var sitemap: Bool?
  package var layout: Located<String>?
  /// The place in the default footer menu; pages without one come after, by path.
  package var order: Int?
  package var extra: DataValue = .emptyMap

  package init(title: Located<String>) {
    self.title = title
  }
}

/// The front matter of `_index.md`: what the section's own page says of itself.
package struct SectionMetadata: Hashable, Sendable {
  package var title: Located<String>?
  package var description: String?
  package var image: ImageReference?
  package var pictures: [PictureEntry] = []
  package var layout: Located<String>?
  package var seo: SearchMetadata?
  package var social: SocialMetadata?
  package var robots: String?
  package var extra: DataValue = .emptyMap

  package init() {}
}

package import FrontMatter
package import Localization

/// The front matter of an article, typed and checked on its own.
///
/// Only what the file and its edition's settings say is checked here. Whether a tag, author,
/// section, picture, related story or layout exists is checked by those who know them all, and
/// that is why these values carry their places.
package struct ArticleMetadata: Hashable, Sendable {
  package var title: Located<String>
  package var shortTitle: String?
  /// Missing only in a draft.
  package var date: Located<Timestamp>?
  package var updated: Located<Timestamp>?
  package var summary: Located<String>?
  package var section: Located<String>?
  package var tags: [Located<String>] = []
  package var authors: [Credit] = []
  package var signoff: Located<String>?
  package var kicker: String?
  package var dateline: String?
  package var source: StorySource?
  package var image: ImageReference?
  package var pictures: [PictureEntry] = []
  package var genre: Genre = .news
  package var slug: Located<String>?
  /// An absolute path: `/a/b/` or `/msn.xml`.
  package var permalink: Located<String>?
  /// Former absolute paths, which redirect to the story.
  package var aliases: [Located<String>] = []
  package var id: Located<String>?
  package var isDraft = false
  package var embargo: Located<Timestamp>?
  package var expires: Located<Timestamp>?
  package var onExpiry: ExpiryAction = .unlist
  package var pinnedUntil: Located<Timestamp>?
  package var breakingUntil: Located<Timestamp>?
  package var retracted: StoryNotice?
  package var withdrawn: StoryNotice?
  package var corrections: [Correction] = []
  package var series: SeriesMembership?
  package var translationKey: Located<String>?
  package var related: [Located<String>] = []
  /// BCP 47 tag of this text, where it is not the edition's.
  package var lang: Located<LanguageTag>?
  package var direction: TextDirection?
  package var seo: SearchMetadata?
  package var social: SocialMetadata?
  package var robots: String?
  /// Whether the story is in feeds; nothing means the edition's rule.
  package var feeds: Bool?
  /// Whether the story is in sitemaps; nothing means the edition's rule.
  package var sitemap: Bool?
  package var layout: Located<String>?
  /// A mapping, handed to templates as it is.
  package var extra: DataValue = .emptyMap

  package init(title: Located<String>) {
    self.title = title
  }
}

package import FrontMatter
package import Localization

/// The settings of one edition, with the site's values and the defaults filled in.
package struct EditionSettings: Hashable, Sendable {
  /// The key under `editions:`; of a site without that key, its language.
  package var key: Located<String>
  package var isDefault: Bool
  package var title: String
  package var tagline: String?
  package var language: LanguageTag
  /// What `hreflang` says, where that is not the language; empty for none.
  package var hreflang: String?
  /// Follows from the language unless set.
  package var direction: TextDirection
  /// IANA name; required as soon as one date has no offset.
  package var timezone: Located<String>?
  package var calendar: CalendarSystem
  package var secondCalendar: CalendarSystem?
  package var numerals: Numerals
  /// Named date formats of the edition, in the order of the file.
  package var dateFormats: [NamedFormat] = []
  /// Keys in the order of the navigation; empty when folders are the sections.
  package var sections: [Located<String>] = []
  /// Nothing means the sections.
  package var menu: [NamedLink]?
  /// Nothing means the standing pages.
  package var footerMenu: [NamedLink]?
  package var perPage = 20
  package var permalink: PermalinkPattern = .standard
  package var slugs: Slug.Mode = .native
  package var organization = Organization()
  package var shareImage: Located<String>?
  /// The name in news sitemaps, exactly as the publisher registered it; `title` unless set.
  package var publicationName: String
  package var feeds = FeedSettings()
  package var outputs: Set<OutputFormat> = [.html]
  package var disabledKinds: Set<PageKind> = []
  package var rawHTML: RawHTMLPolicy = .deny
  package var unknownKeys: UnknownKeyPolicy = .error
  package var robots: String?
  /// The site's account on X, with `@`.
  package var socialX: String?
  /// Seconds that `updated` must lie after `date` before readers see it.
  package var showUpdatedAfter: Int64 = 600
  package var paths = PathWords()
  package var extra: DataValue = .emptyMap
  /// What the file says of this edition alone; 0 where it names no editions.
  package var fingerprint: UInt64 = 0

  package init(
    key: Located<String>, isDefault: Bool, title: String, language: LanguageTag,
    direction: TextDirection, calendar: CalendarSystem, numerals: Numerals
  ) {
    self.key = key
    self.isDefault = isDefault
    self.title = title
    self.language = language
    self.direction = direction
    self.calendar = calendar
    self.numerals = numerals
    self.publicationName = title
  }
}

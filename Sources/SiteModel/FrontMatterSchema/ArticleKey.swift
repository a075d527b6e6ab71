/// The keys of an article's front matter, in the order in which people meet them.
enum ArticleKey: String, CaseIterable {
  case title
  case shortTitle = "short_title"
  case date, updated, summary, section, tags, authors, signoff, kicker, dateline, source
  case image, pictures, genre, slug, permalink, aliases, id, draft, embargo, expires
  case onExpiry = "on_expiry"
  case pinnedUntil = "pinned_until"
  case breakingUntil = "breaking_until"
  case retracted, withdrawn, corrections, series
  case translationKey = "translation_key"
  case related, lang, dir, seo, social, robots, feeds, sitemap, layout, extra

  static let table = KeyTable(ArticleKey.self)
}

/// The keys of a standing page's front matter.
enum StandingKey: String, CaseIterable {
  case title
  case shortTitle = "short_title"
  case summary, updated, image, pictures, slug, permalink, aliases, draft
  case translationKey = "translation_key"
  case lang, dir, seo, social, robots, sitemap, layout, order, extra

  static let table = KeyTable(StandingKey.self)
}

/// The keys of the front matter of `_index.md`.
enum SectionKey: String, CaseIterable {
  case title, description, image, pictures, layout, seo, social, robots, extra

  static let table = KeyTable(SectionKey.self)
}

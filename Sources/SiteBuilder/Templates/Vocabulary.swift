internal import TemplateEngine

/// Every name that a template may ask of the site; its `NameID` is the place in `allCases`.
enum Member: String, CaseIterable {
  // Root names.
  case site, edition, page, article, section, tag, author, series, list, front, archive, data
  // Members.
  case absolute_url, address, alt, alternates, archive_url, authors, authors_url
  case base_url, bio, breadcrumbs, bytes, calendar, canonical, caption, children, containers
  case content, corrections, corrections_policy, corrections_url, count, credit, date, dateline
  case days, deck, description, dir, editions, email, expires, extra, feeds, first_url
  case footer_menu, from, genre, guid, height, hreflang, id, image, is_breaking, is_current
  case is_default, is_pinned, is_updated, items, job_title, json_ld, key, kicker, kind, lang
  case language_name, layout, legal_name, level, license, links, logo, menu, mime_type, month
  case months, name, newer_url, next, number, numerals, og_locale, older_url, organization
  case outline, pages, part, pinned, previous, publishing_principles, reading_minutes, related
  case retracted, robots, role, same_as, second_calendar, sections, seo, short_title, signoff
  case social, source, src, srcset, summary, tagline, tags, tags_url, text, timezone, title, to
  case today, total, translations, updated, url, width, withdrawn, word_count, year, years

  /// The root names, which templates see without `set` or `import`.
  static let roots: [Member] = [
    .site, .edition, .page, .article, .section, .tag, .author, .series, .list, .front, .archive,
    .data,
  ]

  private static let all = allCases

  /// The member of a number; nothing for names that the site does not know.
  init?(_ name: NameID) {
    guard name.rawValue < UInt32(Self.all.count) else { return nil }
    self = Self.all[Int(name.rawValue)]
  }
}

/// What an entity is: the `kind` of a template's `Entity`.
enum EntityKind: UInt16 {
  case site, edition, page, article, term, list, front, archive
  /// The lead picture of a story.
  case storyImage
  /// The files of `Content/data/`.
  case data
  /// A year of the archive, by its number.
  case year
  /// A month of the archive, by its list.
  case month

  /// What messages call it.
  var name: String {
    switch self {
    case .storyImage: "image"
    case .term: "section, tag, author or series"
    default: "\(self)"
    }
  }
}

extension Entity {
  init(_ kind: EntityKind, _ number: Int = 0, extra: UInt64 = 0) {
    self.init(kind: kind.rawValue, number: UInt32(truncatingIfNeeded: number), extra: extra)
  }
}

extension Value {
  init(_ kind: EntityKind, _ number: Int = 0, extra: UInt64 = 0) {
    self.init(Entity(kind, number, extra: extra))
  }
}

/// Which members each kind of thing has, for suggestions and for checks before anything renders.
enum TemplateShapes {
  /// The members of a kind.
  static func members(of kind: EntityKind) -> [Member] {
    switch kind {
    case .site: [.title, .base_url, .editions, .organization, .extra]
    case .edition: edition
    case .page: page
    case .article: article
    case .term: term
    case .list:
      [.items, .pinned, .number, .from, .to, .newer_url, .older_url, .total, .pages, .first_url]
    case .front: [.containers]
    case .archive: [.year, .month, .title, .years, .days, .previous, .next]
    case .storyImage:
      [.src, .url, .alt, .caption, .credit, .license, .width, .height, .mime_type, .bytes, .srcset]
    case .data: []
    case .year: [.year, .title, .url, .count, .months]
    case .month: [.month, .title, .url, .count]
    }
  }

  /// The members that a thing of a kind may lack, whatever today's content holds.
  static func optionalMembers(of kind: EntityKind) -> Set<Member> {
    switch kind {
    case .site, .front, .data, .year, .month: []
    case .edition:
      [
        .tagline, .og_locale, .second_calendar, .tags_url, .authors_url, .archive_url,
        .corrections_url, .updated, .url,
      ]
    case .page:
      [
        .description, .canonical, .robots, .updated, .section, .image, .content, .outline,
      ]
    case .article:
      [
        .short_title, .deck, .summary, .kicker, .dateline, .section, .image, .signoff, .source,
        .retracted, .withdrawn, .series, .previous, .next, .id,
      ]
    case .term:
      [.url, .description, .image, .role, .related, .job_title, .bio, .email, .links]
    case .list: [.pinned, .number, .from, .to, .newer_url, .older_url, .total, .pages, .first_url]
    case .archive: [.year, .month, .days, .previous, .next]
    case .storyImage:
      [.alt, .caption, .credit, .license, .width, .height, .mime_type, .bytes, .srcset]
    }
  }

  private static let edition: [Member] = [
    .key, .title, .tagline, .lang, .dir, .language_name, .og_locale, .timezone, .calendar,
    .second_calendar, .numerals, .url, .sections, .menu, .footer_menu, .tags_url, .authors_url,
    .archive_url, .corrections_url, .feeds, .updated, .today, .is_default, .extra,
  ]

  private static let page: [Member] = [
    .kind, .url, .title, .description, .canonical, .alternates, .robots, .updated, .breadcrumbs,
    .feeds, .section, .social, .json_ld, .extra, .content, .outline, .image,
  ]

  private static let article: [Member] = [
    .id, .guid, .url, .title, .short_title, .deck, .summary, .kicker, .dateline, .date, .updated,
    .is_updated, .section, .tags, .authors, .signoff, .image, .genre, .is_breaking, .is_pinned,
    .retracted, .word_count, .reading_minutes, .lang, .dir, .extra, .content, .outline,
    .corrections, .source, .series, .previous, .next, .related, .translations, .withdrawn,
  ]

  private static let term: [Member] = [
    .key, .name, .url, .count, .description, .image, .extra, .role, .related, .job_title, .bio,
    .email, .links,
  ]
}

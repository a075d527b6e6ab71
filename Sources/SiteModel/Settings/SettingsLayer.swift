internal import FrontMatter
internal import Localization

/// The settings that stand in one place of `site.yaml`: of the site, or of one edition.
///
/// Nothing means that the place does not say; `EditionSettings` is made from an edition's layer
/// over the site's.
struct SettingsLayer {
  var title: String?
  var tagline: String?
  var language: LanguageTag?
  var hreflang: String?
  var direction: TextDirection?
  var timezone: Located<String>?
  var calendar: CalendarSystem?
  var secondCalendar: CalendarSystem?
  var numerals: Numerals?
  var dateFormats: [NamedFormat] = []
  var sections: [Located<String>]?
  var menu: [NamedLink]?
  var footerMenu: [NamedLink]?
  var perPage: Int?
  var permalink: PermalinkPattern?
  var slugs: Slug.Mode?
  var organization = Organization()
  var shareImage: Located<String>?
  var publicationName: String?
  var feedFormats: Set<FeedSettings.Format>?
  var feedItems: Int?
  var feedBody: FeedSettings.Body?
  var outputs: Set<OutputFormat>?
  var disabledKinds: Set<PageKind>?
  var rawHTML: RawHTMLPolicy?
  var unknownKeys: UnknownKeyPolicy?
  var robots: String?
  var socialX: String?
  var showUpdatedAfter: Int64?
  var paths: [PathWordKey: Located<String>] = [:]
  var extra: DataValue?
}

// MARK: - Reading

extension SettingsLayer {
  /// Reads one setting that a site or an edition may have.
  mutating func read(_ key: SettingKey, _ value: SchemaValue, by reader: inout SchemaReader) {
    switch key {
    case .baseURL, .editions, .theme, .ignore, .idAuthority, .publish: break
    case .title: title = reader.line(value)?.value
    case .tagline: tagline = reader.line(value)?.value
    case .lang: language = reader.language(value)?.value
    case .hreflang: hreflang = reader.language(value)?.value.tag
    case .dir: direction = reader.direction(value)
    case .timezone: timezone = reader.zone(value)
    case .calendar: calendar = reader.choice(value, of: CalendarSystem.self)
    case .secondCalendar: secondCalendar = reader.choice(value, of: CalendarSystem.self)
    case .numerals: numerals = reader.numerals(value)
    case .dateFormats: dateFormats = reader.dateFormats(value)
    case .sections: sections = reader.sections(value)
    case .menu: menu = reader.links(value)
    case .footerMenu: footerMenu = reader.links(value)
    case .perPage: perPage = reader.integer(value, in: 1...1000)
    case .permalink: permalink = reader.permalinkPattern(value)
    case .slugs: slugs = reader.choice(value, of: Slug.Mode.self)
    case .organization: organization = reader.organization(value)
    case .shareImage: shareImage = reader.picture(value)
    case .news: publicationName = reader.publicationName(value)
    case .feeds: readFeeds(value, by: &reader)
    case .outputs: outputs = reader.choices(value, of: OutputFormat.self)
    case .disableKinds: disabledKinds = reader.choices(value, of: PageKind.self)
    case .rawHTML: rawHTML = reader.choice(value, of: RawHTMLPolicy.self)
    case .unknownKeys: unknownKeys = reader.choice(value, of: UnknownKeyPolicy.self)
    case .robots: robots = reader.line(value)?.value
    case .social: socialX = reader.account(value)
    case .showUpdatedAfter: showUpdatedAfter = reader.duration(value)
    case .paths: paths = reader.pathWords(value)
    case .extra: extra = reader.dataMap(value)
    }
  }

  private enum FeedKey: String, CaseIterable {
    case formats, items, body
    static let table = KeyTable(FeedKey.self)
  }

  private mutating func readFeeds(_ value: SchemaValue, by reader: inout SchemaReader) {
    for member in reader.members(of: value, keys: FeedKey.table) ?? [] {
      switch member.name {
      case .formats: feedFormats = reader.choices(member.value, of: FeedSettings.Format.self)
      case .items: feedItems = reader.integer(member.value, in: 1...1000)
      case .body: feedBody = reader.choice(member.value, of: FeedSettings.Body.self)
      }
    }
  }
}

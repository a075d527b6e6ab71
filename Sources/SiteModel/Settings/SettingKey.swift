/// The keys of `site.yaml` and of its editions.
enum SettingKey: String, CaseIterable {
  // Of the site alone
  case baseURL = "base_url"
  case editions, theme, ignore
  case idAuthority = "id_authority"
  case publish

  // Of the site or an edition
  case title, tagline, lang, hreflang, dir, timezone, calendar
  case secondCalendar = "second_calendar"
  case numerals
  case dateFormats = "date_formats"
  case sections, menu
  case footerMenu = "footer_menu"
  case perPage = "per_page"
  case permalink, slugs, organization
  case shareImage = "share_image"
  case news, feeds, outputs
  case disableKinds = "disable_kinds"
  case rawHTML = "raw_html"
  case unknownKeys = "unknown_keys"
  case robots, social
  case showUpdatedAfter = "show_updated_after"
  case paths, extra

  static let table = KeyTable(SettingKey.self)

  /// Whether an edition cannot have a value of its own.
  var isSiteOnly: Bool {
    switch self {
    case .baseURL, .editions, .theme, .ignore, .idAuthority, .publish: true
    default: false
    }
  }
}

/// The keys of `organization`.
enum OrganizationKey: String, CaseIterable {
  case name
  case legalName = "legal_name"
  case address, email, logo
  case sameAs = "same_as"
  case correctionsPolicy = "corrections_policy"
  case publishingPrinciples = "publishing_principles"

  static let table = KeyTable(OrganizationKey.self)
}

/// The keys of `paths`.
enum PathWordKey: String, CaseIterable {
  case tags, authors, series, archive, corrections, page

  static let table = KeyTable(PathWordKey.self)
}

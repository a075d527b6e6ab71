internal import Bytes
internal import Localization
internal import SiteModel
internal import TemplateEngine

extension SiteHost {
  /// The members of `site`.
  func site(_ member: Member, _ context: inout RenderContext) throws(RenderFault) -> Value {
    let settings = reader.settings
    switch member {
    case .title: return try context.text(settings.title)
    case .base_url: return try context.text(settings.baseURL.text)
    case .editions:
      return try context.arena.list(settings.editions.indices.map { Value(.edition, $0) })
    case .organization: return try organization(settings.organization, &context)
    case .extra: return try context.value(settings.extra)
    default: return .missing
    }
  }

  private func organization(
    _ organization: Organization, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    try context.record([
      ("name", context.text(organization.name ?? reader.settings.title)),
      ("legal_name", context.text(organization.legalName)),
      ("address", context.text(organization.address)),
      ("email", context.text(organization.email)),
      ("logo", context.text(organization.logo.map { siteURL($0.value) })),
      ("url", context.text(reader.settings.baseURL.text + "/")),
      ("same_as", context.texts(organization.sameAs)),
      (
        "corrections_policy", context.text(organization.correctionsPolicy.map { siteURL($0.value) })
      ),
      (
        "publishing_principles",
        context.text(organization.publishingPrinciples.map { siteURL($0.value) })
      ),
    ])
  }

  /// A path of the settings as a URL: with the path of the base URL before it.
  func siteURL(_ path: String) -> String {
    path.hasPrefix("/") ? reader.settings.baseURL.path + path : path
  }

  /// The members of `edition`.
  func edition(
    _ member: Member, _ number: Int, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    switch member {
    case .url: return context.text(reader.url(ofEdition: number, .front))
    case .tags_url: return context.text(reader.url(ofEdition: number, .tags))
    case .authors_url: return context.text(reader.url(ofEdition: number, .authors))
    case .archive_url: return context.text(reader.url(ofEdition: number, .archive))
    case .corrections_url: return context.text(reader.url(ofEdition: number, .corrections))
    case .sections: return try context.terms(reader.terms(.section, edition: number))
    case .menu: return try menu(number, &context)
    case .footer_menu: return try footerMenu(number, &context)
    case .feeds: return try feeds(of: number, &context)
    case .updated: return try updated(number, &context)
    case .today: return try today(number, &context)
    default: return try setting(member, number, &context)
    }
  }

  /// The members that are settings.
  private func setting(
    _ member: Member, _ number: Int, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let edition = setting(member, of: number)
    switch member {
    case .key: return try context.text(edition.key.value)
    case .title: return try context.text(edition.title)
    case .tagline: return try context.text(edition.tagline)
    case .lang: return try context.text(edition.language.tag)
    case .dir: return Value(direction: edition.direction)
    case .language_name: return try context.text(edition.languageName)
    case .og_locale: return try context.text(edition.openGraphLocale)
    case .timezone: return try context.text(edition.timezone?.value ?? "UTC")
    case .calendar: return try context.text(edition.calendar.rawValue)
    case .second_calendar: return try context.text(edition.secondCalendar?.rawValue)
    case .numerals: return try context.text(edition.numerals.rawValue)
    case .is_default: return Value(edition.isDefault)
    case .extra: return try context.value(edition.extra)
    default: return .missing
    }
  }

  /// The edition, read as narrowly as the member allows.
  private func setting(_ member: Member, of number: Int) -> EditionInfo {
    switch member {
    case .key, .title, .lang, .dir, .language_name, .og_locale, .is_default:
      reader.language(ofEdition: number)
    default: reader.edition(number)
    }
  }

  private func menu(
    _ number: Int, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    if let own = reader.edition(number).menu { return try links(own, &context) }
    var items: [Value] = []
    for section in reader.terms(.section, edition: number) {
      let url = reader.url(ofTerm: section)
      if url == nil { continue }
      items.append(
        try context.record([
          ("title", context.text(reader.term(section).name)), ("url", context.text(url)),
          ("is_current", Value(isCurrent(section))),
        ]))
    }
    return try context.arena.list(items)
  }

  private func isCurrent(_ section: TermID) -> Bool {
    switch route.kind {
    case .section: route.subject == section
    case .article: reader.section(route.subject) == section
    default: false
    }
  }

  private func footerMenu(
    _ number: Int, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    if let own = reader.edition(number).footerMenu {
      return try links(own, &context)
    }
    var items: [Value] = []
    for page in reader.standingPages(edition: number) {
      items.append(
        try context.record([
          ("title", context.text(page.title)), ("url", context.text(page.url)),
          ("is_current", Value(page.url == route.url)),
        ]))
    }
    return try context.arena.list(items)
  }

  private func links(
    _ links: [NamedLink], _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let current = route.url.string
    var items: [Value] = []
    for link in links {
      let url = siteURL(link.url.value)
      items.append(
        try context.record([
          ("title", context.text(link.title)), ("url", context.text(url)),
          ("is_current", Value(url == current)),
        ]))
    }
    return try context.arena.list(items)
  }

  /// The feeds of an edition as `{type, url, title}`.
  func feeds(
    of number: Int, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let title = reader.language(ofEdition: number).title
    var items: [Value] = []
    for feed in reader.feeds(ofEdition: number) {
      items.append(
        try context.record([
          ("type", context.text(feed.format.mediaType)), ("url", context.text(feed.url)),
          ("title", context.text(title)),
        ]))
    }
    return try context.arena.list(items)
  }

  private func updated(
    _ number: Int, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    try context.time(reader.newestChange(edition: number))
  }

  /// The day that it is in the zone of an edition.
  private func today(
    _ number: Int, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let start = context.beginText()
    context.scratch.append(isoDate: reader.today(edition: number))
    return try context.endText(from: start, flags: [.clean, .ascii])
  }
}

extension Value {
  /// `ltr` or `rtl`.
  init(direction: TextDirection) {
    self.init(static: direction == .rightToLeft ? "rtl" : "ltr")
  }
}

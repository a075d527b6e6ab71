internal import Localization

extension EditionSettings {
  /// The settings of an edition: its own, else the site's, else the defaults.
  ///
  /// `organization`, `feeds`, `paths` and `date_formats` are completed member by member; lists and
  /// texts are taken whole.
  init(
    key: Located<String>, isDefault: Bool, layer own: SettingsLayer, over site: SettingsLayer,
    language: LanguageTag, siteTitle: String
  ) {
    let usual = Conventions(
      language: language, calendar: own.calendar ?? site.calendar,
      secondCalendar: own.secondCalendar ?? site.secondCalendar,
      numerals: own.numerals ?? site.numerals)
    self.init(
      key: key, isDefault: isDefault, title: own.title ?? siteTitle, language: language,
      direction: own.direction ?? site.direction ?? language.direction,
      calendar: usual.calendar, numerals: usual.numerals)
    secondCalendar = usual.secondCalendar
    takeTexts(own, site)
    takeLists(own, site)
    takeChoices(own, site)
  }

  private mutating func takeTexts(_ own: SettingsLayer, _ site: SettingsLayer) {
    tagline = own.tagline ?? site.tagline
    hreflang = own.hreflang ?? site.hreflang
    timezone = own.timezone ?? site.timezone
    shareImage = own.shareImage ?? site.shareImage
    publicationName = own.publicationName ?? site.publicationName ?? title
    robots = own.robots ?? site.robots
    socialX = own.socialX ?? site.socialX
    organization = own.organization.completed(by: site.organization)
  }

  private mutating func takeLists(_ own: SettingsLayer, _ site: SettingsLayer) {
    let names = Set(own.dateFormats.map(\.name.value))
    dateFormats = own.dateFormats + site.dateFormats.filter { !names.contains($0.name.value) }
    sections = own.sections ?? site.sections ?? []
    menu = own.menu ?? site.menu
    footerMenu = own.footerMenu ?? site.footerMenu
    outputs = own.outputs ?? site.outputs ?? outputs
    disabledKinds = own.disabledKinds ?? site.disabledKinds ?? []
    feeds.formats = own.feedFormats ?? site.feedFormats ?? feeds.formats
    feeds.items = own.feedItems ?? site.feedItems ?? feeds.items
    feeds.body = own.feedBody ?? site.feedBody ?? feeds.body
    paths = PathWords(own.paths, over: site.paths)
  }

  private mutating func takeChoices(_ own: SettingsLayer, _ site: SettingsLayer) {
    perPage = own.perPage ?? site.perPage ?? perPage
    permalink = own.permalink ?? site.permalink ?? permalink
    slugs = own.slugs ?? site.slugs ?? slugs
    rawHTML = own.rawHTML ?? site.rawHTML ?? rawHTML
    unknownKeys = own.unknownKeys ?? site.unknownKeys ?? unknownKeys
    showUpdatedAfter = own.showUpdatedAfter ?? site.showUpdatedAfter ?? showUpdatedAfter
  }
}

extension Organization {
  /// The same with what it lacks taken from `other`.
  func completed(by other: Organization) -> Organization {
    var result = self
    result.name = name ?? other.name
    result.legalName = legalName ?? other.legalName
    result.address = address ?? other.address
    result.email = email ?? other.email
    result.logo = logo ?? other.logo
    result.sameAs = sameAs.isEmpty ? other.sameAs : sameAs
    result.correctionsPolicy = correctionsPolicy ?? other.correctionsPolicy
    result.publishingPrinciples = publishingPrinciples ?? other.publishingPrinciples
    return result
  }
}

extension PathWords {
  /// The words of an edition over those of the site, over the English ones.
  init(_ own: [PathWordKey: Located<String>], over site: [PathWordKey: Located<String>]) {
    let word = { (key: PathWordKey) in own[key]?.value ?? site[key]?.value }
    self.init()
    tags = word(.tags) ?? tags
    authors = word(.authors) ?? authors
    series = word(.series) ?? series
    archive = word(.archive) ?? archive
    corrections = word(.corrections) ?? corrections
    page = word(.page) ?? page
  }
}

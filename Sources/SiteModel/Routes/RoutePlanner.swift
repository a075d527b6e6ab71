internal import Bytes
package import Diagnostics
internal import Localization

/// Plans every file of the output before anything is rendered.
package struct RoutePlanner: ~Copyable {
  private let contents: SiteContents
  private let index: SiteIndex
  private let files: PlannedFiles
  private var table: RouteTableBuilder
  private var articles: [RouteID]
  private var terms: [RouteID]
  private var standing: [RouteID]
  private var editions: [EditionRoutes]
  private var firstPages: [RouteID]
  private var months: [ListID: RouteID] = [:]
  private var years: [YearKey: RouteID] = [:]
  private var feeds: [FeedKey: RouteID] = [:]
  private var redirects: [Redirect] = []
  private var diagnostics: [Diagnostic] = []
  private var pictures: [SiteFile] = []

  /// The routes of a site, and the paths that two of them claim.
  package static func plan(
    _ contents: SiteContents, _ index: SiteIndex, files: PlannedFiles
  ) -> (routes: SiteRoutes, diagnostics: [Diagnostic]) {
    var planner = RoutePlanner(contents, index, files)
    planner.planStories()
    for edition in index.editions.indices { planner.planEdition(edition) }
    planner.planStanding()
    planner.planRoot()
    planner.planFiles()
    planner.planFormerPaths()
    planner.planRedirects()
    return planner.finish()
  }

  private init(_ contents: SiteContents, _ index: SiteIndex, _ files: PlannedFiles) {
    self.contents = contents
    self.index = index
    self.files = files
    table = RouteTableBuilder(basePath: contents.settings.baseURL.path)
    articles = Array(repeating: SiteRoutes.none, count: contents.cards.count)
    terms = Array(repeating: SiteRoutes.none, count: index.terms.count)
    standing = Array(repeating: SiteRoutes.none, count: contents.standing.count)
    editions = Array(repeating: EditionRoutes(), count: index.editions.count)
    firstPages = Array(repeating: SiteRoutes.none, count: index.lists.count)
  }

  private consuming func finish() -> (routes: SiteRoutes, diagnostics: [Diagnostic]) {
    let routes = SiteRoutes(
      table: table.table(), articles: articles, terms: terms, standing: standing,
      editions: editions, firstPages: firstPages, months: months, years: years, feeds: feeds,
      redirects: redirects, assets: files.assets, staticFiles: files.staticFiles,
      pictures: pictures)
    return (routes, diagnostics + Claims.check(routes, contents, index))
  }

  private func settings(_ edition: Int) -> EditionSettings { contents.settings.editions[edition] }
  private func has(_ kind: PageKind, _ edition: Int) -> Bool {
    settings(edition).outputs.contains(.html) && !settings(edition).disabledKinds.contains(kind)
  }
}

/// The files that Load found to be published as they are.
package struct PlannedFiles: Sendable {
  package var assets: [SiteFile]
  package var staticFiles: [SiteFile]
  package var pictures: PictureTable
  package var ledger: [LedgerRow]

  package init(
    assets: [SiteFile], staticFiles: [SiteFile], pictures: PictureTable, ledger: [LedgerRow] = []
  ) {
    self.assets = assets
    self.staticFiles = staticFiles
    self.pictures = pictures
    self.ledger = ledger
  }
}

// MARK: - Stories

extension RoutePlanner {
  private mutating func planStories() {
    for id in 0..<CardID(contents.cards.count) {
      let state = index.states[Int(id)]
      guard state.hasPage || state.isGone else { continue }
      let card = contents.cards[id]
      let kind: RouteKind = state.isGone ? .tombstone : .article
      let path = ArticlePath(card, id, contents, index)
      articles[Int(id)] = table.add(kind, edition: card.edition, subject: Int(id)) {
        path.append(to: &$0)
      }
      if state.hasPage { planPictures(of: card, at: path.text) }
    }
  }

  private mutating func planPictures(of card: Card, at path: String) {
    guard let source = card.string(.path) else { return }
    var names = card.list(.bodyPictures).map(\.text.string)
    if let image = card.string(.imageSource) { names.append(image) }
    planPictures(names, besides: source, edition: card.edition, at: path)
  }

  /// Plans the pictures that lie beside the file `source`, next to its page at `path`.
  private mutating func planPictures(
    _ names: [String], besides source: String, edition: Int, at path: String
  ) {
    var seen: Set<String> = []
    for name in names {
      guard let picture = files.pictures.find(name, besides: source),
        !picture.path.hasPrefix("Content/static/"), seen.insert(picture.path).inserted
      else { continue }
      let output = path.folder + picture.path.lastComponent
      table.add(.picture, edition: edition, subject: pictures.count, output)
      pictures.append(SiteFile(source: picture.path, output: output))
    }
  }
}

// MARK: - Editions

extension RoutePlanner {
  private mutating func planEdition(_ edition: Int) {
    let base = settings(edition).basePath
    let words = settings(edition).paths
    let own = index.editions[edition]
    if has(.front, edition) {
      editions[edition].front = planList(
        own.stories, .front, edition, subject: edition, base)
    }
    for section in own.sections where has(.section, edition) {
      planTerm(section, .section, edition, "\(base)\(index.terms[Int(section)].slug)/")
    }
    planTerms(own.tags, .tag, .tags, edition, "\(base)\(words.tags)/")
    planTerms(own.authors, .author, .authors, edition, "\(base)\(words.authors)/")
    for series in own.series where has(.series, edition) {
      let path = "\(base)\(words.series)/\(index.terms[Int(series)].slug)/index.html"
      terms[Int(series)] = table.add(.series, edition: edition, subject: Int(series), path)
    }
    planArchive(edition, "\(base)\(words.archive)/")
    if has(.corrections, edition), !index.lists[Int(own.corrections)].stories.isEmpty {
      editions[edition].corrections = table.add(
        .corrections, edition: edition, subject: edition, "\(base)\(words.corrections)/index.html")
    }
    if has(.notFound, edition) {
      editions[edition].notFound = table.add(
        .notFound, edition: edition, subject: edition, "\(base)404.html")
    }
    planEditionFeeds(edition, base)
    planSitemaps(edition, base)
  }

  private mutating func planTerms(
    _ ids: [TermID], _ kind: RouteKind, _ overview: RouteKind, _ edition: Int, _ folder: String
  ) {
    guard !ids.isEmpty else { return }
    if has(kind == .tag ? .tag : .author, edition) {
      for id in ids { planTerm(id, kind, edition, "\(folder)\(index.terms[Int(id)].slug)/") }
    }
    guard has(kind == .tag ? .tags : .authors, edition) else { return }
    let route = table.add(overview, edition: edition, subject: edition, folder + "index.html")
    if overview == .tags {
      editions[edition].tags = route
    } else {
      editions[edition].authors = route
    }
  }

  private mutating func planTerm(
    _ id: TermID, _ kind: RouteKind, _ edition: Int, _ folder: String
  ) {
    let list = index.terms[Int(id)].list
    terms[Int(id)] = planList(list, kind, edition, subject: Int(id), folder)
    planFeed(list, .rss, edition, folder)
  }

  /// Plans the front of a list and its numbered pages; answers the route of the front.
  private mutating func planList(
    _ list: ListID, _ kind: RouteKind, _ edition: Int, subject: Int, _ folder: String
  ) -> RouteID {
    let front = table.add(kind, edition: edition, subject: subject, folder + "index.html")
    let pages = index.lists[Int(list)].paging.numberedPages
    guard pages > 0 else { return front }
    firstPages[Int(list)] = RouteID(table.count)
    let word = settings(edition).paths.page
    for number in 1...pages {
      table.add(kind, edition: edition, subject: subject, page: number) { path in
        path.append("\(folder)\(word)/\(number)/index.html")
      }
    }
    return front
  }

  private mutating func planArchive(_ edition: Int, _ folder: String) {
    let own = index.editions[edition]
    guard has(.archive, edition), !own.months.isEmpty else { return }
    editions[edition].archive = table.add(
      .archive, edition: edition, subject: edition, folder + "index.html")
    for list in own.months {
      guard case .month(_, let year, let month) = index.lists[Int(list)].subject else { continue }
      let key = YearKey(edition: edition, year: year)
      if years[key] == nil {
        years[key] = table.add(
          .archiveYear, edition: edition, subject: edition, page: year,
          "\(folder)\(year)/index.html")
      }
      let number = month < 10 ? "0\(month)" : "\(month)"
      months[list] = table.add(
        .archiveMonth, edition: edition, subject: Int(list), "\(folder)\(year)/\(number)/index.html"
      )
    }
  }

  private mutating func planEditionFeeds(_ edition: Int, _ base: String) {
    for format in FeedSettings.Format.allCases
    where settings(edition).feeds.formats.contains(format) {
      planFeed(index.editions[edition].stories, FeedFormat(format), edition, base)
    }
  }

  private mutating func planFeed(
    _ list: ListID, _ format: FeedFormat, _ edition: Int, _ folder: String
  ) {
    guard !settings(edition).disabledKinds.contains(.feeds),
      settings(edition).feeds.formats.contains(where: { FeedFormat($0) == format })
    else { return }
    feeds[FeedKey(list: list, format: format)] = table.add(
      .feed, edition: edition, subject: Int(list), page: Int(format.rawValue),
      folder + format.fileName)
  }

  private mutating func planSitemaps(_ edition: Int, _ base: String) {
    guard !settings(edition).disabledKinds.contains(.sitemap) else { return }
    for month in index.sitemapMonths(of: edition, contents.cards) {
      let number = month % 100 < 10 ? "0\(month % 100)" : "\(month % 100)"
      table.add(
        .sitemapMonth, edition: edition, subject: edition, page: month,
        "\(base)sitemap-\(month / 100)-\(number).xml")
    }
    table.add(.sitemapPages, edition: edition, subject: edition, "\(base)sitemap-pages.xml")
    table.add(.newsSitemap, edition: edition, subject: edition, "\(base)sitemap-news.xml")
  }
}

// MARK: - The rest

extension RoutePlanner {
  private mutating func planStanding() {
    for (number, page) in contents.standing.enumerated() {
      let path = standingPath(page)
      standing[number] = table.add(.standing, edition: page.edition, subject: number, path)
      var names = page.bodyPictures.map(\.value)
      if let image = page.metadata.image { names.append(image.source.value) }
      planPictures(names, besides: page.path, edition: page.edition, at: path)
    }
    for page in contents.sectionPages {
      let term = index.editions[page.edition].sections.first {
        index.terms[Int($0)].key == page.section
      }
      guard let term, terms[Int(term)] != SiteRoutes.none else { continue }
      var names = page.bodyPictures.map(\.value)
      if let image = page.metadata.image { names.append(image.source.value) }
      let path = settings(page.edition).basePath + index.terms[Int(term)].slug + "/index.html"
      planPictures(names, besides: page.path, edition: page.edition, at: path)
    }
  }

  private func standingPath(_ page: StandingPage) -> String {
    if let permalink = page.metadata.permalink?.value { return permalink.outputPath }
    return settings(page.edition).basePath + page.slugPath + "/index.html"
  }

  private mutating func planRoot() {
    let hidden = contents.settings.editions[0].disabledKinds
    if !hidden.contains(.sitemap) { table.add(.sitemapIndex, edition: 0, "sitemap.xml") }
    let hasOwnRobots = files.staticFiles.contains { $0.output == "robots.txt" }
    if !hidden.contains(.robots), !hasOwnRobots { table.add(.robots, edition: 0, "robots.txt") }
  }

  private mutating func planFiles() {
    for (number, file) in files.assets.enumerated() {
      table.add(.asset, edition: 0, subject: number, file.output)
    }
    for (number, file) in files.staticFiles.enumerated() {
      table.add(.staticFile, edition: 0, subject: number, file.output)
    }
  }

  /// A path of the ledger that its story has left redirects to where the story is now.
  private mutating func planFormerPaths() {
    for row in files.ledger where !row.isGone {
      guard let id = story(of: row) else {
        diagnostics.append(IndexProblem.unknownLedgerStory(row).words)
        continue
      }
      let path = ArticlePath(contents.cards[id], id, contents, index).text
      guard index.states[Int(id)].hasPage, path != row.path.outputPath else { continue }
      planRedirect(row.path, to: articles[Int(id)])
    }
  }

  private func story(of row: LedgerRow) -> CardID? {
    let hash = Fingerprint(of: row.story).low
    for edition in contents.settings.editions.indices {
      let key = StoryKey(edition: edition, hash: hash)
      if let id = index.identifiers[key] { return id }
    }
    return contents.cards.story(atPath: "Content/" + row.story)
  }

  private mutating func planRedirects() {
    for id in 0..<CardID(contents.cards.count) where index.states[Int(id)].hasPage {
      for alias in contents.cards[id].list(.aliases) {
        planRedirect(alias.text.string, to: articles[Int(id)])
      }
    }
    for (number, page) in contents.standing.enumerated() {
      for alias in page.metadata.aliases { planRedirect(alias.value, to: standing[number]) }
    }
    guard !redirects.isEmpty, !contents.settings.editions[0].disabledKinds.contains(.redirects),
      !files.staticFiles.contains(where: { $0.output == "_redirects" })
    else { return }
    table.add(.redirectMap, edition: 0, "_redirects")
  }

  private mutating func planRedirect(_ source: String, to target: RouteID) {
    table.add(.redirect, edition: 0, subject: redirects.count, source.outputPath)
    redirects.append(Redirect(source: source, target: target))
  }
}

extension EditionSettings {
  /// What the output paths of the edition begin with: nothing, or `fa/`.
  package var basePath: String { isDefault ? "" : key.value + "/" }
}

extension SiteIndex {
  /// The Gregorian months in which an edition has stories for its sitemaps: year × 100 + month.
  package func sitemapMonths(of edition: Int, _ cards: CardTable) -> [Int] {
    var months: Set<Int> = []
    for id in lists[Int(editions[edition].stories)].stories {
      let card = cards[id]
      if card.isInSitemap { months.insert(card.civilDay / 100) }
    }
    return months.sorted()
  }
}

extension Card {
  /// Whether the story is listed in sitemaps, as far as its own front matter decides.
  package var isInSitemap: Bool {
    if flags.contains(.notInSitemap) { return false }
    guard let robots = text(.robots) else { return true }
    return !robots.string.contains("noindex")
  }
}

extension String {
  /// The path without its last component, with the slash: `a/b/`.
  package var folder: String {
    lastIndex(of: "/").map { String(self[...$0]) } ?? ""
  }

  /// What stands behind the last slash.
  package var lastComponent: String {
    lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self
  }

  /// The file below the output folder for an absolute path: `/a/b/` is `a/b/index.html`.
  package var outputPath: String {
    let path = hasPrefix("/") ? String(dropFirst()) : self
    if path.isEmpty || path.hasSuffix("/") { return path + "index.html" }
    return path.lastComponent.contains(".") ? path : path + "/index.html"
  }
}

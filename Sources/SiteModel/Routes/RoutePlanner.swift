internal import Bytes
package import Diagnostics

/// Plans every file of the output before anything is rendered.
package struct RoutePlanner: ~Copyable {
  let contents: SiteContents
  let index: SiteIndex
  let files: PlannedFiles
  var table: RouteTableBuilder
  var articles: [RouteID]
  var terms: [RouteID]
  var standing: [RouteID]
  var editions: [EditionRoutes]
  var firstPages: [RouteID]
  var months: [ListID: RouteID] = [:]
  var years: [YearKey: RouteID] = [:]
  var feeds: [FeedKey: RouteID] = [:]
  var redirects: [Redirect] = []
  var diagnostics: [Diagnostic] = []
  var pictures: [SiteFile] = []

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
    table = RouteTableBuilder(
      basePath: contents.settings.baseURL.path, capacity: contents.cards.count * 2)
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

  func settings(_ edition: Int) -> EditionSettings { contents.settings.editions[edition] }

  func has(_ kind: PageKind, _ edition: Int) -> Bool {
    settings(edition).outputs.contains(.html) && !settings(edition).disabledKinds.contains(kind)
  }
}

// MARK: - Files of the whole site

extension RoutePlanner {
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
}

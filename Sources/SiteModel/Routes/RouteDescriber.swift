internal import Bytes
internal import Diagnostics

/// Says in words where a route comes from.
struct RouteDescriber {
  private let routes: SiteRoutes
  private let contents: SiteContents
  private let index: SiteIndex

  init(_ routes: SiteRoutes, _ contents: SiteContents, _ index: SiteIndex) {
    self.routes = routes
    self.contents = contents
    self.index = index
  }

  /// The diagnostic for two routes that claim one path.
  func collision(of second: RouteID, with first: RouteID) -> Diagnostic {
    let path = routes.table[second].path.string
    return Diagnostic(
      .error, id: "site.path-collision", "two things claim the path '/\(path)'",
      at: location(of: second) ?? location(of: first),
      help: help(first, second),
      notes: [
        .init("one is \(description(of: first))", at: location(of: first)),
        .init("the other is \(description(of: second))", at: location(of: second)),
      ])
  }

  private func help(_ first: RouteID, _ second: RouteID) -> String {
    let kinds = [routes.table.kind(of: first), routes.table.kind(of: second)]
    if kinds.contains(.redirect) { return "remove the alias: the path is in use" }
    if kinds.contains(.tag) { return "give one of them a slug in Content/tags.yaml" }
    if kinds.contains(.article) { return "give one of them another slug" }
    return "rename one of them"
  }

  /// What a route is, in a few words; the file that it is made from follows them.
  func description(of id: RouteID) -> String {
    let route = routes.table[id]
    let edition = contents.settings.editions[route.edition].key.value
    switch route.kind {
    case .article, .tombstone: return "the story"
    case .standing: return "the page"
    case .front: return "the front of the edition '\(edition)'"
    case .section, .tag, .author, .series:
      let term = index.terms[Int(route.subject)]
      return "the \(term.kind) '\(term.name)'" + (source(of: id) == nil ? "" : " of")
    case .redirect: return "the alias '\(routes.redirects[Int(route.subject)].source)' of"
    case .asset, .staticFile, .picture: return "the file"
    case .archive, .archiveYear, .archiveMonth: return "the archive of the edition '\(edition)'"
    case .feed: return "a feed of the edition '\(edition)'"
    case .tags, .authors, .corrections, .notFound, .sitemapIndex, .sitemapMonth, .sitemapPages,
      .newsSitemap, .robots, .redirectMap:
      return "the page '\(route.kind)' that Warta makes"
    }
  }

  /// The file that a route is made from, where it is made from one.
  func source(of id: RouteID) -> String? {
    let route = routes.table[id]
    let subject = Int(route.subject)
    switch route.kind {
    case .article, .tombstone: return contents.cards[route.subject].string(.path)
    case .standing: return contents.standing[subject].path
    case .section, .tag, .author, .series:
      let stories = index.lists[Int(index.terms[subject].list)].stories
      return stories.first.flatMap { contents.cards[$0].string(.path) }
    case .asset: return routes.assets[subject].source
    case .staticFile: return routes.staticFiles[subject].source
    case .picture: return routes.pictures[subject].source
    case .redirect:
      let target = routes.redirects[subject].target
      return target == id ? nil : source(of: target)
    default: return nil
    }
  }

  private func location(of id: RouteID) -> SourceLocation? {
    source(of: id).map { SourceLocation(file: $0) }
  }
}

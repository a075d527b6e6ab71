internal import Bytes
internal import Diagnostics
internal import Localization

/// Checks that no two routes claim one path, on a disk that folds case or normalises names too.
enum Claims {
  /// One diagnostic for each path that is claimed twice.
  static func check(
    _ routes: SiteRoutes, _ contents: SiteContents, _ index: SiteIndex
  ) -> [Diagnostic] {
    var claims: [UInt64: RouteID] = [:]
    claims.reserveCapacity(routes.table.count)
    var diagnostics: [Diagnostic] = []
    let describer = RouteDescriber(routes, contents, index)
    for id in 0..<RouteID(routes.table.count) {
      let path = routes.table[id].path
      if let first = claims.updateValue(id, forKey: foldedHash(of: path)) {
        // Two feeds collide only where the lists that they belong to do.
        if routes.table.kind(of: id) == .feed, routes.table.kind(of: first) == .feed { continue }
        diagnostics.append(describer.collision(of: id, with: first))
      }
    }
    diagnostics += folderConflicts(routes, describer)
    return diagnostics
  }

  /// Lower-case ASCII, which nearly every path is, is its own folded form.
  private static func foldedHash(of path: ByteView) -> UInt64 {
    let isPlain = path.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    if isPlain { return Fingerprint(of: path).low }
    return Fingerprint(of: Normalization.foldedPath(path.string)).low
  }

  /// A file without an ending may have the name of a folder that another route needs.
  private static func folderConflicts(
    _ routes: SiteRoutes, _ describer: RouteDescriber
  ) -> [Diagnostic] {
    var bare: [String: RouteID] = [:]
    for id in 0..<RouteID(routes.table.count) where !routes.table[id].kind.isPage {
      let path = routes.table[id].path
      guard !path.reversed().prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: "."))
      else { continue }
      bare[Normalization.foldedPath(path.string) + "/"] = id
    }
    guard !bare.isEmpty else { return [] }
    var diagnostics: [Diagnostic] = []
    for id in 0..<RouteID(routes.table.count) {
      let path = Normalization.foldedPath(routes.table[id].path.string)
      for slash in path.indices where path[slash] == "/" {
        guard let file = bare.removeValue(forKey: String(path[...slash])) else { continue }
        diagnostics.append(describer.collision(of: id, with: file))
      }
    }
    return diagnostics
  }
}

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

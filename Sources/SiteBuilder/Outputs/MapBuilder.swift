internal import Bytes
internal import Localization
internal import NewsFormats
internal import SiteModel

/// Writes robots.txt and redirects.
struct MapBuilder {
  private let host: SiteHost
  private let route: Route

  init(_ host: SiteHost) {
    self.host = host
    route = host.route
  }

  private var reader: SiteReader { host.reader }

  /// `robots.txt`; a build that shows what is not public shuts everybody out.
  func writeRobots(into buffer: inout ByteBuffer) {
    var file = RobotsFile()
    if reader.isPreview {
      file.groups = [.init(agents: ["*"], disallowed: ["/"])]
    } else {
      file.sitemaps = reader.announcedSitemaps.map { reader.address($0.url) }
    }
    file.write(into: &buffer)
  }

  /// `_redirects`.
  func writeRedirects(into buffer: inout ByteBuffer) {
    let base = reader.settings.baseURL.path
    var map = RedirectMap()
    for redirect in reader.redirects {
      map.redirects.append(.init(from: base + redirect.source, to: redirect.target.string))
    }
    map.writeRedirectsFile(into: &buffer)
  }

  /// A page that redirects, for servers that read no map.
  func writeRedirectPage(into buffer: inout ByteBuffer) {
    guard let redirect = reader.redirect(Int(route.subject)) else { return }
    let edition = reader.language(ofEdition: redirect.edition)
    RedirectPage(
      target: reader.address(redirect.target), title: edition.title,
      language: edition.language.tag, direction: edition.direction
    ).write(into: &buffer)
  }
}

extension SiteReader {
  /// Every redirect that leads somewhere.
  var redirects: [RedirectAnswer] {
    note(.init(.redirects))
    return snapshot.routes.redirects.indices.compactMap { snapshot.redirect($0) }
  }

  /// A redirect by its number; nothing when it leads nowhere.
  func redirect(_ number: Int) -> RedirectAnswer? {
    note(.init(.redirect, named: snapshot.routes.redirects[number].source))
    return snapshot.redirect(number)
  }
}

/// Where a former path leads.
struct RedirectAnswer {
  /// Absolute below the site's root.
  var source: String
  /// The URL of the page and its edition.
  var target: ByteView
  var edition: Int
}

extension Snapshot {
  func redirect(_ number: Int) -> RedirectAnswer? {
    let redirect = routes.redirects[number]
    guard let target = url(ofRoute: redirect.target) else { return nil }
    return RedirectAnswer(
      source: redirect.source, target: target,
      edition: routes.table[redirect.target].edition)
  }

  /// The routes of all sitemaps and of their index, in the order in which they were planned.
  var sitemaps: [Route] {
    let table = routes.table
    return (0..<RouteID(table.count)).lazy.filter { table.kind(of: $0).isSitemap }
      .map { table[$0] }
  }
}

extension RouteKind {
  /// Whether the file is a sitemap or their index.
  fileprivate var isSitemap: Bool {
    switch self {
    case .sitemapIndex, .sitemapMonth, .sitemapPages, .newsSitemap: true
    default: false
    }
  }
}

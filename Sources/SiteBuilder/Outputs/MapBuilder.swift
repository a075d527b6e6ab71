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
      let table = reader.snapshot.routes.table
      for id in 0..<RouteID(table.count) {
        let kind = table.kind(of: id)
        guard kind == .sitemapIndex || kind == .newsSitemap else { continue }
        file.sitemaps.append(reader.address(table[id].url))
      }
    }
    file.write(into: &buffer)
  }

  /// `_redirects`.
  func writeRedirects(into buffer: inout ByteBuffer) {
    let base = reader.settings("base_url").baseURL.path
    var map = RedirectMap()
    for redirect in reader.redirects {
      guard let target = reader.snapshot.url(ofRoute: redirect.target) else { continue }
      map.redirects.append(.init(from: base + redirect.source, to: target.string))
    }
    map.writeRedirectsFile(into: &buffer)
  }

  /// A page that redirects, for servers that read no map.
  func writeRedirectPage(into buffer: inout ByteBuffer) {
    let redirect = reader.redirects[Int(route.subject)]
    guard let target = reader.snapshot.url(ofRoute: redirect.target) else { return }
    let edition = reader.edition(reader.snapshot.routes.table[redirect.target].edition, "lang")
    RedirectPage(
      target: reader.address(target), title: edition.title, language: edition.language.tag,
      direction: edition.direction
    ).write(into: &buffer)
  }
}

extension SiteReader {
  /// Every redirect.
  var redirects: [SiteModel.Redirect] {
    note(.init(.redirects))
    return snapshot.routes.redirects
  }
}

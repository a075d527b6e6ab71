internal import Bytes
package import SiteModel

extension Snapshot {
  /// What a file of the output is, whatever it says: kind, edition, subject, page number and URL.
  ///
  /// It is the same in every build, unlike the numbers that a `Route` holds. A path that means
  /// something else than before is rendered anew whatever was read for it.
  package func meaning(of id: RouteID) -> UInt64 {
    let route = routes.table[id]
    var hash = NumberHash(UInt64(route.kind.rawValue))
    hash.add(editionIdentities[route.edition])
    hash.add(subject(of: route))
    // Which of its pages a list's page is; of an archive the year, of a feed the format.
    hash.add(UInt64(route.page))
    hash.add(route.url)
    return hash.value
  }

  /// The identity of what a route is about.
  private func subject(of route: Route) -> UInt64 {
    let number = Int(route.subject)
    switch route.kind {
    case .article, .tombstone: return identity(ofStory: route.subject)
    case .standing: return Fingerprint.identity(of: site.contents.standing[number].path)
    case .section, .tag, .author, .series: return identity(ofTerm: route.subject)
    case .archiveMonth, .feed: return identity(ofList: route.subject)
    case .redirect: return Fingerprint.identity(of: routes.redirects[number].source)
    case .asset: return Fingerprint.identity(of: routes.assets[number].source)
    case .staticFile: return Fingerprint.identity(of: routes.staticFiles[number].source)
    case .picture: return Fingerprint.identity(of: routes.pictures[number].source)
    case .front, .tags, .authors, .corrections, .notFound, .archive, .archiveYear, .sitemapIndex,
      .sitemapMonth, .sitemapPages, .newsSitemap, .robots, .redirectMap:
      return 0
    }
  }
}

internal import Bytes
internal import Localization
package import SiteModel
package import TemplateEngine

/// The whole site at one moment: what every render reads and none changes.
///
/// A class, so that handing it to a worker costs one reference; all of it is constant.
package final class Snapshot: Sendable {
  package let site: LoadedSite
  package let settings: SiteSettings
  let sharedSettings: Shared<SiteSettings>
  package let editions: [EditionInfo]
  package let index: SiteIndex
  package let routes: SiteRoutes
  package let formats: [EditionFormats]
  /// The compiled templates; what is wrong with them is `templates.diagnostics`.
  package let templates: TemplateLibrary
  let templateChoice: TemplateChoice
  /// The folder of the site, to read bodies from.
  package let root: String
  /// The identities of lists, as keys name them.
  let listIdentities: [UInt64]

  package init(
    site: LoadedSite, templates: TemplateLibrary, index: SiteIndex, routes: SiteRoutes,
    root: String
  ) {
    self.site = site
    settings = site.contents.settings
    sharedSettings = Shared(site.contents.settings)
    editions = site.contents.settings.editions.map { EditionInfo($0, site.strings) }
    self.templates = templates
    templateChoice = TemplateChoice(site.theme)
    self.index = index
    self.routes = routes
    self.root = root
    formats = zip(site.contents.settings.editions, site.contents.zones).map {
      EditionFormats($0, zone: $1)
    }
    listIdentities = index.lists.map {
      Self.identity(of: $0.subject, index, site.contents.settings)
    }
  }

  package var cards: CardTable { site.contents.cards }

  /// The URL of a route; nothing for `SiteRoutes.none`.
  ///
  /// Asked for every link of every page, so only the table is touched: calling a method of
  /// `SiteRoutes` would copy all of it, a reference count for each of its members.
  func url(ofRoute route: RouteID) -> ByteView? {
    route == SiteRoutes.none ? nil : routes.table.url(of: route)
  }

  /// The URL of a story's page; nothing when it has none.
  func url(ofArticle id: CardID) -> ByteView? { url(ofRoute: routes.articles[Int(id)]) }

  /// The URL of a term's page; nothing when it has none.
  func url(ofTerm id: TermID) -> ByteView? { url(ofRoute: routes.terms[Int(id)]) }

  package var moment: BuildMoment { index.moment }

  /// A hash that names a list in every build.
  private static func identity(
    of subject: ListSubject, _ index: SiteIndex, _ settings: SiteSettings
  ) -> UInt64 {
    func named(_ kind: String, _ edition: Int, _ key: String = "") -> UInt64 {
      Fingerprint.identity(of: "\(kind) \(settings.editions[edition].key.value) \(key)")
    }
    switch subject {
    case .edition(let edition): return named("edition", edition)
    case .corrections(let edition): return named("corrections", edition)
    case .month(let edition, let year, let month):
      return named("month", edition, "\(year)-\(month)")
    case .term(let id):
      let term = index.terms[Int(id)]
      return named("\(term.kind)", term.edition, term.key)
    }
  }
}

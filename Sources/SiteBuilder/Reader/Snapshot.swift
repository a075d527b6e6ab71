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
  package let cards: CardTable
  /// The records of `cards` by number: every answer asks for one, and reaching through the table would
  /// count references.
  private let records: [ByteView]
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
  /// The identities of editions, stories and lists, as keys name them, by their numbers.
  let editionIdentities: [UInt64]
  let storyIdentities: [UInt64]
  let listIdentities: [UInt64]
  /// The codes of questions about them.
  let codes: QuestionCodes
  private let storyNumbers: IdentityTable
  private let listNumbers: IdentityTable
  let termNames: TermNames
  let labels: TermLabels

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
    editionIdentities = site.contents.settings.editions.map {
      Fingerprint.identity(of: $0.key.value)
    }
    let cards = site.contents.cards
    self.cards = cards
    records = (0..<CardID(cards.count)).map { cards.record(of: $0) }
    storyIdentities = (0..<CardID(cards.count)).map { cards[$0].identity }
    let editions = editionIdentities
    listIdentities = index.lists.indices.map {
      Self.identity(of: index.lists[$0].subject, index, editions)
    }
    codes = QuestionCodes(stories: cards.count, lists: index.lists.count)
    storyNumbers = IdentityTable(numbering: storyIdentities)
    listNumbers = IdentityTable(numbering: listIdentities)
    termNames = TermNames(index, editions: editionIdentities)
    labels = TermLabels(index.terms)
  }

  /// The card of a story.
  func card(_ id: CardID) -> Card { Card(records[Int(id)]) }

  /// The identity of a list.
  func identity(ofList list: ListID) -> UInt64 { listIdentities[Int(list)] }

  /// The identity of a term: that of its list.
  func identity(ofTerm term: TermID) -> UInt64 {
    identity(ofList: index.terms[Int(term)].list)
  }

  /// The identity of a story: that of its path.
  func identity(ofStory id: CardID) -> UInt64 { storyIdentities[Int(id)] }

  /// The story whose source is the file at `path`; nothing when there is none.
  func story(atPath path: String) -> CardID? {
    story(Fingerprint.identity(of: path))
  }

  /// The story of an identity; nothing when there is none.
  func story(_ identity: UInt64) -> CardID? { storyNumbers[identity] }

  /// The list of an identity; nothing when there is none.
  func list(_ identity: UInt64) -> ListID? { listNumbers[identity] }

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

  /// The URL of a page of a list, 0 for its front or only page; nothing when there is none.
  func url(ofList list: ListID, page: Int) -> ByteView? {
    if page > 0 {
      let own = index.lists[Int(list)]
      let first = routes.firstPages[Int(list)]
      guard first != SiteRoutes.none, page <= own.paging.numberedPages else { return nil }
      return url(ofRoute: first + RouteID(page - 1))
    }
    switch index.lists[Int(list)].subject {
    case .edition(let edition): return url(ofRoute: routes.editions[edition].front)
    case .corrections(let edition): return url(ofRoute: routes.editions[edition].corrections)
    case .term(let term): return url(ofTerm: term)
    case .month: return routes.months[list].flatMap { url(ofRoute: $0) }
    }
  }

  /// A hash that names a list in every build; `editions` are the identities of the editions.
  private static func identity(
    of subject: ListSubject, _ index: SiteIndex, _ editions: [UInt64]
  ) -> UInt64 {
    var hash: NumberHash
    switch subject {
    case .edition(let edition):
      hash = NumberHash(1)
      hash.add(editions[edition])
    case .corrections(let edition):
      hash = NumberHash(2)
      hash.add(editions[edition])
    case .month(let edition, let year, let month):
      hash = NumberHash(3)
      hash.add(editions[edition])
      hash.add(year * 100 + month)
    case .term(let id):
      hash = NumberHash(4 + UInt64(index.terms[Int(id)].kind.rawValue))
      hash.add(editions[index.terms[Int(id)].edition])
      hash.add(index.terms[Int(id)].identity)
    }
    return hash.value
  }
}

extension IdentityTable {
  /// The places of `identities` in their order; of equal ones the first counts.
  fileprivate init(numbering identities: [UInt64]) {
    self.init(capacity: identities.count)
    for (number, identity) in identities.enumerated() { insert(identity, UInt32(number)) }
  }
}

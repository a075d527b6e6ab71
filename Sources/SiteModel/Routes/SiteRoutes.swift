/// Every file of the output and where to find the route of a thing.
package struct SiteRoutes: Sendable {
  package let table: RouteTable
  /// The route of every story; `none` when it has no page.
  package let articles: [RouteID]
  /// The route of every term's own page.
  package let terms: [RouteID]
  package let standing: [RouteID]
  package let editions: [EditionRoutes]
  /// The numbered pages of every list: the route of page 1, when there is one.
  package let firstPages: [RouteID]
  /// The route of the page of every month.
  package let months: [ListID: RouteID]
  package let years: [YearKey: RouteID]
  package let feeds: [FeedKey: RouteID]
  package let redirects: [Redirect]
  package let assets: [SiteFile]
  package let staticFiles: [SiteFile]
  package let pictures: [SiteFile]

  /// What stands for no route.
  package static let none = RouteID.max
}

/// The routes that an edition has once; `SiteRoutes.none` for those it has not.
package struct EditionRoutes: Hashable, Sendable {
  package var front = SiteRoutes.none
  package var tags = SiteRoutes.none
  package var authors = SiteRoutes.none
  package var archive = SiteRoutes.none
  package var corrections = SiteRoutes.none
  package var notFound = SiteRoutes.none
}

/// A year of the archive of an edition, in its calendar.
package struct YearKey: Hashable, Sendable {
  package var edition: Int
  package var year: Int

  package init(edition: Int, year: Int) {
    self.edition = edition
    self.year = year
  }
}

/// A feed: a list in a format.
package struct FeedKey: Hashable, Sendable {
  package var list: ListID
  package var format: FeedFormat

  package init(list: ListID, format: FeedFormat) {
    self.list = list
    self.format = format
  }
}

/// A former path and the route that it leads to.
package struct Redirect: Hashable, Sendable {
  /// Absolute below the site's root, without the path of the base URL: `/old/path/`.
  package var source: String
  package var target: RouteID

  package init(source: String, target: RouteID) {
    self.source = source
    self.target = target
  }
}

extension SiteRoutes {
  /// The route of page `number` of a list: 0 is its front.
  package func route(ofPage number: Int, front: RouteID, list: ListID) -> RouteID {
    number == 0 ? front : firstPages[Int(list)] + RouteID(number - 1)
  }
}

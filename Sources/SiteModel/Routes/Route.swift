package import Bytes

/// The number of a route in a `RouteTable`.
package typealias RouteID = UInt32

/// What kind of file a route is, and what its `subject` and `page` number.
package enum RouteKind: UInt8, CaseIterable, Sendable {
  /// Subject: the story.
  case article
  /// A story that is gone. Subject: the story.
  case tombstone
  /// Subject: the number of the standing page.
  case standing
  /// Subject: the edition; page: the number of the list page, 0 for the front itself.
  case front
  /// Subject: the term; page as above.
  case section, tag, author, series
  /// Subject: the edition.
  case tags, authors, corrections, notFound
  /// Subject: the edition.
  case archive
  /// Subject: the edition; page: the year in its calendar.
  case archiveYear
  /// Subject: the list of the month.
  case archiveMonth
  /// Subject: the list; page: the number of a `FeedFormat`.
  case feed
  /// The index of all sitemaps.
  case sitemapIndex
  /// Subject: the edition; page: Gregorian year × 100 + month.
  case sitemapMonth
  /// Fronts, terms and standing pages. Subject: the edition.
  case sitemapPages
  /// Subject: the edition; page: the part, from 0.
  case newsSitemap
  case robots
  /// The redirects as `_redirects`.
  case redirectMap
  /// A page that redirects. Subject: the number of the redirect.
  case redirect
  /// Subject: the number of the file in its table.
  case asset, staticFile, picture

  /// Whether the file is a page that readers open, with an HTML template of its own.
  package var isPage: Bool { rawValue <= RouteKind.archiveMonth.rawValue }
  /// Whether the file is copied byte for byte.
  package var isCopy: Bool { self == .staticFile || self == .picture }
}

/// One file of the output.
package struct Route: Sendable {
  package var kind: RouteKind
  package var edition: Int
  package var subject: UInt32
  package var page: UInt32
  /// The path of the file below the output folder: `iran/2024/09/slug/index.html`.
  package var path: ByteView
  /// The root-relative URL in Unicode, with the path of the base URL: `/iran/2024/09/slug/`.
  package var url: ByteView
}

/// Every file of the output, in the order in which they were planned.
package struct RouteTable: Sendable {
  /// Keeps the paths alive.
  private let storage: FrozenBytes
  private let rows: [Row]
  private let base: Int

  struct Row: Sendable {
    var kind: RouteKind
    var edition: UInt16
    var pathCount: UInt16
    var urlCount: UInt16
    var offset: UInt32
    var subject: UInt32
    var page: UInt32
  }

  /// Makes a table of `rows` whose URLs lie in `urls`; the first `base` bytes of each are the path
  /// of the base URL and a slash.
  init(rows: [Row], urls: FrozenBytes, base: Int) {
    storage = urls
    self.rows = rows
    self.base = base
  }

  package var count: Int { rows.count }

  /// The kinds of file that there are.
  package var kinds: Set<RouteKind> {
    var kinds: Set<RouteKind> = []
    var last: RouteKind?
    for row in rows where row.kind != last {
      kinds.insert(row.kind)
      last = row.kind
    }
    return kinds
  }

  /// The kind of a route alone.
  package func kind(of id: RouteID) -> RouteKind { rows[Int(id)].kind }

  package subscript(id: RouteID) -> Route {
    let row = rows[Int(id)]
    let start = Int(row.offset)
    let file = storage.view.slice((start + base)..<(start + base + Int(row.pathCount)))
    return Route(
      kind: row.kind, edition: Int(row.edition), subject: row.subject, page: row.page, path: file,
      url: storage.view.slice(start..<(start + Int(row.urlCount))))
  }

  /// The path of a route alone.
  package func path(of id: RouteID) -> ByteView {
    let row = rows[Int(id)]
    let start = Int(row.offset) + base
    return storage.view.slice(start..<(start + Int(row.pathCount)))
  }

  /// The URL of a route alone.
  package func url(of id: RouteID) -> ByteView {
    let row = rows[Int(id)]
    return storage.view.slice(Int(row.offset)..<(Int(row.offset) + Int(row.urlCount)))
  }
}

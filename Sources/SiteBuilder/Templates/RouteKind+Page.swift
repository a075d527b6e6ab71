internal import SiteModel

extension RouteKind {
  /// What templates call the page: `page.kind`.
  var pageKind: StaticString {
    switch self {
    case .article, .tombstone: "article"
    case .front: "front"
    case .section: "section"
    case .tag: "tag"
    case .tags: "tags"
    case .author: "author"
    case .authors: "authors"
    case .series: "series"
    case .archive, .archiveYear, .archiveMonth: "archive"
    case .standing: "standing"
    case .corrections: "corrections"
    case .notFound: "not_found"
    default: "page"
    }
  }
}

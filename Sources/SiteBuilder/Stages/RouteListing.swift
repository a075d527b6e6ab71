internal import Bytes
internal import SiteModel

/// The routes of a site as the files of its output folder.
struct RouteListing: OutputListing {
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  var count: Int { snapshot.routes.table.count }

  func path(of number: Int) -> ByteView { snapshot.routes.table.path(of: RouteID(number)) }

  func kind(of number: Int) -> RouteKind { snapshot.routes.table.kind(of: RouteID(number)) }

  func source(of number: Int) -> ByteView? {
    let row = snapshot.routes.table[RouteID(number)]
    guard row.kind == .article || row.kind == .tombstone else { return nil }
    return snapshot.cards[row.subject].text(.path)
  }
}

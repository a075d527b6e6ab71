package import Bytes
package import SiteModel

/// The routes of a snapshot as the files of an output folder.
package struct RouteListing: OutputListing {
  package let snapshot: Snapshot

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  package var count: Int { snapshot.routes.table.count }

  package func path(of number: Int) -> ByteView { snapshot.routes.table[RouteID(number)].path }

  package func kind(of number: Int) -> RouteKind {
    snapshot.routes.table.kind(of: RouteID(number))
  }

  package func source(of number: Int) -> ByteView? {
    let route = snapshot.routes.table[RouteID(number)]
    guard route.kind == .article || route.kind == .tombstone else { return nil }
    return snapshot.card(route.subject).text(.path)
  }
}

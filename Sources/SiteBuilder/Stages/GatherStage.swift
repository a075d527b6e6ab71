internal import Bytes
internal import Diagnostics
internal import Incremental
internal import SiteModel

/// Puts together what all pages said, those that were rendered and those that were kept: so a fast
/// build warns of everything that a slow one would.
struct GatherStage {
  private let snapshot: Snapshot
  /// By route.
  private var notes: [ByteView] = []

  init(_ site: RenderedSite, _ journal: SiteJournal?) {
    snapshot = site.snapshot
    notes.reserveCapacity(site.files.count)
    var place = 0
    for route in 0..<RouteID(site.files.count) {
      if let result = site.plan.result(of: route), let journal {
        notes.append(journal.results.notes(result))
      } else {
        notes.append(site.made.notes(place))
        place += 1
      }
    }
  }

  /// What is wrong with pages and with the links between them.
  func diagnostics() -> [Diagnostic] {
    let own = notes.lazy.filter { !$0.isEmpty }.flatMap { RenderNotes($0).diagnostics }
    return Array(own) + LinkCheck(snapshot, notes).diagnostics()
  }
}

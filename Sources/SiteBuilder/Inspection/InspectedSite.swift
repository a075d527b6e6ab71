package import Diagnostics
internal import FileTree
internal import Incremental

/// A site that is loaded and indexed, with what the last build remembers of it.
///
/// `list` and `why` look at it; nothing is rendered or written.
package struct InspectedSite: Sendable {
  package var snapshot: Snapshot
  package var diagnostics: [Diagnostic]
  let journal: SiteJournal?
}

package import Diagnostics
package import Localization
package import SiteModel

/// What a build did.
package struct BuildReport: Sendable {
  package var diagnostics: [Diagnostic]
  /// Whether the settings cannot be used, which has an exit code of its own.
  package var hasBrokenSettings = false
  package var articles = 0
  /// HTML pages among the files.
  package var pages = 0
  package var rendered = 0
  /// Files that held what a render would have made.
  package var reused = 0
  package var written = 0
  package var unchanged = 0
  package var deleted = 0
  package var held: [HeldStory] = []
  /// The edition's formats, to print when the next story is due.
  package var zone: Zone
  /// The site that was rendered; nothing when the build could not go on after Load.
  package internal(set) var site: RenderedSite?

  /// A story that is not shown.
  package struct HeldStory: Hashable, Sendable {
    package var path: String
    package var state: StoryState
    /// When it will be shown, in seconds since 1970; nothing for a draft.
    package var due: Int64?
  }

  /// The report of a build that could not go on after Load.
  init(failed result: LoadResult, _ options: BuildOptions) {
    diagnostics = result.diagnostics.asReported(options)
    hasBrokenSettings = result.hasBrokenSettings
    zone = .utc
  }

  /// The report of a build that got as far as its pages; whoever has done with `site` hands it over
  /// afterwards.
  init(_ site: RenderedSite, _ options: BuildOptions) {
    let snapshot = site.snapshot
    diagnostics = site.diagnostics.asReported(options)
    zone = snapshot.site.contents.zones[0]
    rendered = site.plan.routes.count
    reused = site.files.count - rendered
    written = site.files.count { $0.isWritten }
    unchanged = site.files.count - written
    for id in 0..<CardID(snapshot.cards.count) {
      let state = snapshot.index.states[Int(id)]
      if state.hasPage { articles += 1 }
      guard state.isHeld else { continue }
      let card = snapshot.card(id)
      held.append(
        HeldStory(
          path: card.string(.path) ?? "", state: state,
          due: state == .draft ? nil : card.publication))
    }
    let table = snapshot.routes.table
    pages = (0..<RouteID(table.count)).count { table.kind(of: $0).isPage }
  }

  /// Whether two files claim one path.
  var hasCollisions: Bool { diagnostics.contains { $0.id == "site.path-collision" } }

  /// The number of errors.
  package var errors: Int { diagnostics.count { $0.severity == .error } }

  package var warnings: Int { diagnostics.count { $0.severity == .warning } }
}

extension [Diagnostic] {
  /// The diagnostics as the options want them, each once: under `--strict` a warning is an error.
  fileprivate func asReported(_ options: BuildOptions) -> [Diagnostic] {
    let distinct = sortedByPlace()
    guard options.isStrict else { return distinct }
    return distinct.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.severity = .error
      return diagnostic
    }
  }
}

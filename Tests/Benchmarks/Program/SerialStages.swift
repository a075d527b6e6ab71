internal import Bytes
internal import Diagnostics
internal import FileTree
internal import Localization
internal import SiteBuilder
internal import SiteModel
internal import TemplateEngine

/// Times the stages that every build runs in full, whatever changed.
struct SerialStages {
  let root: String

  /// Prints the best of `runs` milliseconds of each stage, with tabs between name and figure.
  func run(runs: Int = 7) async throws {
    let disk = Disk()
    let tree = try SourceTree(root: root, folders: ["Content", "Templates"], disk: disk)
    let loaded = try await LoadStage(
      root: root, tree: tree, disk: disk, workers: Workers(count: 2)
    ).load()
    guard let site = loaded.site else { throw DiagnosticError(loaded.diagnostics) }
    let moment = BuildMoment(now: Instant(seconds: 1_735_776_000))
    let index = measure("index", runs) { IndexBuilder.build(site.contents, at: moment).index }
    let files = PlannedFiles(
      assets: [], staticFiles: site.staticFiles, pictures: site.pictures, ledger: site.ledger)
    let routes = measure("routes", runs) {
      RoutePlanner.plan(site.contents, index, files: files).routes
    }
    let templates = TemplateLibrary([], registry: Registry())
    let snapshot = measure("snapshot", runs) {
      Snapshot(site: site, templates: templates, index: index, routes: routes, root: root)
    }
    _ = measure("urls", runs) { URLTable(routes.table) }
    _ = measure("all of them with templates", runs) {
      IndexedSite(site, [], at: moment, root: root)
    }
    _ = measure("related", runs) { RelatedCheck.diagnostics(snapshot) }
    _ = measure("answers", runs) { Answers(snapshot) }
    KeyCosts(IndexedSite(site, [], at: moment, root: root).snapshot).run()
  }

  private func measure<Result>(_ name: String, _ runs: Int, _ stage: () -> Result) -> Result {
    var best = Double.infinity
    for _ in 1..<runs {
      let start = ThreadClock.microseconds
      _ = stage()
      best = min(best, ThreadClock.microseconds - start)
    }
    print(name, (best / 10).rounded() / 100, separator: "\t")
    return stage()
  }
}

internal import Bytes
package import Diagnostics
package import FileTree
internal import Incremental
internal import Localization
package import SiteModel
internal import TemplateEngine

/// What a build is told from outside: the only input besides the files.
package struct BuildOptions: Sendable {
  /// The folder of the site.
  package var source: String
  /// The output folder.
  package var output: String
  /// Takes the place of `base_url`.
  package var baseURL: BaseURL?
  package var moment: BuildMoment
  /// The number of workers.
  package var jobs: Int
  /// Take over a folder or file that Warta did not write.
  package var adopts = false
  /// Publish the rest although some files have errors.
  package var keepsGoing = false
  /// Warnings are errors.
  package var isStrict = false
  /// Keep what each page read, for `build -v`.
  package var keepsReads = false

  /// Told how many files of how many are rendered, now and then.
  package var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  package init(source: String, output: String, moment: BuildMoment, jobs: Int) {
    self.source = source
    self.output = output
    self.moment = moment
    self.jobs = jobs
  }
}

/// A build from files to files.
///
/// `run` reads like the pipeline: scan, load, index, render (with gather at its end), write. Each
/// step is a function from values to values; only the last one changes the disk.
package struct Build {
  private let options: BuildOptions
  private let disk: Disk
  private let workers: Workers

  package init(_ options: BuildOptions, disk: Disk = Disk()) {
    self.options = options
    self.disk = disk
    workers = Workers(count: options.jobs)
  }

  /// Builds the site; throws `DiagnosticError` or `DiskError` for what stops it before it has
  /// anything to report.
  package func run() async throws -> BuildReport {
    let tree = try scan()
    let loaded = try await load(tree)
    guard let site = loaded.site else { return BuildReport(failed: loaded, options) }
    let snapshot = index(site, loaded.diagnostics)
    let output = try OutputFolder(options.output, adopts: options.adopts, disk: disk)
    do {
      let rendered = try await render(snapshot, into: output)
      return try write(rendered, snapshot, to: output)
    } catch {
      try output.discard()
      throw error
    }
  }

  /// Loads, indexes and renders everything, and writes nothing: `warta check`.
  package func check() async throws -> BuildReport {
    let loaded = try await load(try scan())
    guard let site = loaded.site else { return BuildReport(failed: loaded, options) }
    var rendered = try await render(index(site, loaded.diagnostics), into: nil)
    rendered.diagnostics += SoftMissCheck.diagnostics(of: rendered)
    return BuildReport(rendered, options)
  }
}

// MARK: - Stages

extension Build {
  private func scan() throws(DiskError) -> SourceTree {
    try SourceTree(root: options.source, folders: ["Content", "Templates"], disk: disk)
  }

  private func load(_ tree: SourceTree) async throws -> LoadResult {
    var result = try await LoadStage(
      root: options.source, tree: tree, disk: disk, workers: workers
    ).load()
    if let baseURL = options.baseURL { result.site?.contents.settings.baseURL = baseURL }
    return result
  }

  private func index(_ site: LoadedSite, _ found: [Diagnostic]) -> IndexedSite {
    let indexed = IndexBuilder.build(site.contents, at: options.moment)
    let files = PlannedFiles(
      assets: site.assets.assets.map {
        SiteFile(source: "Templates/assets/" + $0.name, output: $0.output)
      }, staticFiles: site.staticFiles, pictures: site.pictures, ledger: site.ledger)
    let planned = RoutePlanner.plan(site.contents, indexed.index, files: files)
    let templates = TemplateLibrary(
      site.theme.sources.map {
        TemplateSource(name: $0.name, displayPath: $0.displayPath, bytes: $0.bytes)
      }, registry: .site, entries: TemplateChoice(site.theme).entries)
    let snapshot = Snapshot(
      site: site, templates: templates, index: indexed.index, routes: planned.routes,
      root: options.source)
    return IndexedSite(
      snapshot: snapshot,
      diagnostics: found + indexed.diagnostics + planned.diagnostics + templates.diagnostics
        + (site.theme.hasBaseWithoutMain ? [ThemeMessages.baseWithoutMain] : [])
        + TemplateShapes.check(templates, snapshot.templateChoice, planned.routes.table.kinds)
        + RelatedCheck.diagnostics(snapshot))
  }

  private func render(
    _ site: IndexedSite, into output: OutputFolder?
  ) async throws -> RenderedSite {
    // Pages of a template that does not compile would repeat its errors; everything else that is
    // wrong is found by going on, so that one run reports it all.
    guard !site.hasBrokenTemplates else {
      return RenderedSite(snapshot: site.snapshot, diagnostics: site.diagnostics)
    }
    return try await RenderStage(
      site, output: output, workers: workers, keepsReads: options.keepsReads,
      progress: options.progress
    ).run()
  }

  private func write(
    _ site: RenderedSite, _ snapshot: IndexedSite, to output: OutputFolder
  ) throws -> BuildReport {
    var report = BuildReport(site, options)
    guard report.mayPublish else {
      try output.discard()
      return report
    }
    report.deleted = try output.commit(
      site.files.sorted { $0.rank < $1.rank }.map(\.staged), options: options.moment.optionNames)
    return report
  }
}

/// A site whose pages are known.
package struct IndexedSite: Sendable {
  package var snapshot: Snapshot
  package var diagnostics: [Diagnostic]

  var hasBrokenTemplates: Bool {
    diagnostics.contains { $0.severity == .error && $0.id.hasPrefix("template.") }
  }
}

extension BuildMoment {
  /// The options that show what is not public, as the manifest names them.
  fileprivate var optionNames: String {
    [(showsDrafts, "drafts"), (showsFuture, "future"), (showsExpired, "expired")]
      .filter(\.0).map(\.1).joined(separator: " ")
  }
}

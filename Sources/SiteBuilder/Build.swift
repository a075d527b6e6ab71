internal import Bytes
internal import Diagnostics
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
  /// Whether the last build is remembered, and this one for the next.
  package var remembers = true
  /// The folder for the memory of builds; nothing for `.warta` in the site.
  package var cache: String?
  /// The file that says what the build added, changed and removed.
  package var changes: String?

  /// Told when another build of the same output runs, which this one waits for.
  package var waiting: (@Sendable () -> Void)?
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
/// `run` reads like the pipeline: scan, load, index, verify, render (with gather at its end), write.
/// Each step is a function from values to values; only the last one changes the disk. There is no
/// other way to build: without a journal nothing can be verified, so everything is rendered.
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
    let cache = BuildCache.taking(options, disk)
    let tree = try await scan()
    // A folder that is no site is left as it is.
    guard tree.contains(LoadStage.settingsPath) else {
      return BuildReport(failed: try await load(tree, cache), options)
    }
    // What is wrong with the folder is said after what is wrong with the site.
    let opened = Result { try OutputFolder(options.output, adopts: options.adopts, disk: disk) }
    do {
      // The system tells about the output while the site is loaded and indexed.
      async let stamps = opened.get().inspect(workers)
      var loaded = try await load(consume tree, cache)
      loaded.diagnostics += cache.warnings
      guard let site = loaded.site else {
        try discard(opened)
        return BuildReport(failed: loaded, options)
      }
      let indexed = index(site, loaded.diagnostics)
      var output = try opened.get()
      if indexed.hasCollisions { output.movesFolders = false }
      let plan = try await verify(indexed, cache.journal, output, stamps)
      let rendered = try await render(indexed, consume plan, cache.journal, into: output)
      return try await write(consume rendered, to: output, cache)
    } catch {
      try discard(opened)
      throw error
    }
  }

  private func discard(_ opened: Result<OutputFolder, any Error>) throws {
    if case .success(let output) = opened { try output.discard() }
  }

  /// Loads, indexes and renders everything, and writes nothing: `warta check`.
  package func check() async throws -> BuildReport {
    let loaded = try await load(try await scan(), .none)
    guard let site = loaded.site else { return BuildReport(failed: loaded, options) }
    let indexed = index(site, loaded.diagnostics)
    let plan = RenderPlan(everything: indexed.snapshot.routes.table.count)
    var rendered = try await render(indexed, plan, nil, into: nil)
    rendered.diagnostics += SoftMissCheck.diagnostics(of: rendered)
    var report = BuildReport(rendered, options)
    report.site = rendered
    return report
  }

  /// Loads and indexes, for `list` and `why`; throws what is wrong with settings that cannot be used.
  package func inspect() async throws -> InspectedSite {
    let cache = BuildCache.reading(options, disk)
    let loaded = try await load(try await scan(), cache)
    guard let site = loaded.site else { throw DiagnosticError(loaded.diagnostics) }
    let indexed = index(site, loaded.diagnostics)
    return InspectedSite(
      snapshot: indexed.snapshot, diagnostics: indexed.diagnostics, journal: cache.journal)
  }
}

// MARK: - Stages

extension Build {
  private func scan() async throws -> SourceTree {
    try await ScanStage.scan(
      options.source, folders: ["Content", "Templates"], disk: disk, workers: workers)
  }

  private func load(
    _ tree: SourceTree, _ cache: borrowing BuildCache
  ) async throws -> LoadResult {
    var result = try await LoadStage(
      root: options.source, tree: tree, journal: cache.journal, clock: cache.clock, disk: disk,
      workers: workers
    ).load()
    cache.journal?.drop(.sources, .cardRows)
    if let baseURL = options.baseURL { result.site?.contents.settings.baseURL = baseURL }
    return result
  }

  private func index(_ site: LoadedSite, _ found: [Diagnostic]) -> IndexedSite {
    IndexedSite(site, found, at: options.moment, root: options.source)
  }

  private func verify(
    _ site: IndexedSite, _ journal: SiteJournal?, _ output: OutputFolder, _ stamps: OutputStamps
  ) async throws -> RenderPlan {
    guard let journal, !site.hasBrokenTemplates, !site.hasCollisions else {
      return RenderPlan(everything: site.snapshot.routes.table.count)
    }
    return try await VerifyStage(site.snapshot, journal, output, stamps, workers).plan()
  }

  private func render(
    _ site: IndexedSite, _ plan: consuming RenderPlan, _ journal: SiteJournal?,
    into output: OutputFolder?
  ) async throws -> RenderedSite {
    // Pages of a template that does not compile would repeat its errors; everything else that is
    // wrong is found by going on, so that one run reports it all.
    guard !site.hasBrokenTemplates else { return RenderedSite(unrendered: site) }
    var rendered = RenderedSite(site, plan)
    try await RenderStage(
      journal: journal, output: output, workers: workers, progress: options.progress
    ).run(&rendered)
    return rendered
  }

  private func write(
    _ rendered: consuming RenderedSite, to output: OutputFolder, _ cache: borrowing BuildCache
  ) async throws -> BuildReport {
    var site = rendered
    var report = BuildReport(site, options)
    guard !site.files.isEmpty, report.errors == 0 || options.keepsGoing else {
      try output.discard()
      report.site = site
      return report
    }
    // Opened before anything is published: a place that cannot be written to is an error now.
    var changes: FileWriter?
    if let path = options.changes { changes = try FileWriter(replacing: path, disk: disk) }
    if report.hasCollisions { site.keepFirstClaims() }
    let listing = RouteListing(site.snapshot)
    let commit = try await output.commit(
      &site.files, of: listing, options: options.moment.optionNames, workers: workers)
    report.deleted = commit.deleted
    try changes?.append(
      commit.changes.json(
        site.files, of: listing, basePath: site.snapshot.settings.baseURL.path))
    // A build that is cut off between these two tells of its changes twice rather than never.
    try changes.take()?.commit()
    try output.seal(commit)
    // Results are known by their paths, so two on one path cannot be remembered.
    if !report.hasCollisions, let warning = try await cache.save(site, output, workers) {
      report.diagnostics.append(warning)
    }
    report.site = site
    return report
  }
}

extension BuildMoment {
  /// The options that show what is not public, as the manifest names them.
  fileprivate var optionNames: String {
    [(showsDrafts, "drafts"), (showsFuture, "future"), (showsExpired, "expired")]
      .filter(\.0).map(\.1).joined(separator: " ")
  }
}

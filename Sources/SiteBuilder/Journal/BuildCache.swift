internal import Bytes
internal import Diagnostics
internal import FileTree
internal import Incremental

/// The memory of the last build, and the place to remember this one in.
///
/// While it lives no other build into the same output runs.
struct BuildCache: ~Copyable {
  /// Holds the folder for this build.
  private let folder: CacheFolder?
  private let path: String?
  private let disk: Disk
  let journal: SiteJournal?
  /// Read before the source files are looked at.
  let clock: DiskClock
  /// Why nothing can be remembered.
  let warnings: [Diagnostic]

  /// Nothing is remembered.
  static var none: BuildCache {
    BuildCache(folder: nil, disk: Disk(), journal: nil, clock: .stopped, warnings: [])
  }

  private init(
    folder: consuming CacheFolder?, path: String? = nil, disk: Disk, journal: SiteJournal?,
    clock: DiskClock, warnings: [Diagnostic]
  ) {
    self.folder = folder
    self.path = path
    self.disk = disk
    self.journal = journal
    self.clock = clock
    self.warnings = warnings
  }

  /// Takes the folder of a build, waiting for another one; where there can be none, the build
  /// remembers nothing and says so.
  static func taking(_ options: BuildOptions, _ disk: Disk) -> BuildCache {
    guard options.remembers else { return .none }
    do throws(DiskError) {
      // A folder that is no site is left as it is.
      let settings = options.source + "/" + LoadStage.settingsPath
      guard try disk.kind(of: settings) != nil else { return .none }
      let path = path(options, disk)
      let folder = try CacheFolder(at: path, disk: disk) { options.waiting?() }
      let clock = try folder.clock(of: options.source)
      let journal = SiteJournal(at: folder.journalPath, disk: disk)
      return BuildCache(
        folder: folder, path: path, disk: disk, journal: journal, clock: clock, warnings: [])
    } catch {
      return BuildCache(
        folder: nil, disk: disk, journal: nil, clock: .stopped,
        warnings: [CacheFolder.warning(error)])
    }
  }

  /// Reads what is remembered and changes nothing: for commands that only look.
  static func reading(_ options: BuildOptions, _ disk: Disk) -> BuildCache {
    let journal = SiteJournal(at: path(options, disk) + "/journal", disk: disk)
    return BuildCache(folder: nil, disk: disk, journal: journal, clock: .stopped, warnings: [])
  }

  private static func path(_ options: BuildOptions, _ disk: Disk) -> String {
    CacheFolder.path(
      root: options.source, output: options.output, base: options.cache, disk: disk)
  }

  /// Remembers a build whose files are in place; answers a warning when that was not possible.
  borrowing func save(
    _ site: RenderedSite, _ output: OutputFolder, _ workers: Workers
  ) async throws -> Diagnostic? {
    guard let path, JournalSaver.isWorthWhile(site, after: journal) else { return nil }
    let saver = JournalSaver(site, after: journal)
    do {
      try await saver.save(
        to: path + "/journal", disk: disk, workers: workers
      ) { () throws(DiskError) in
        try settledStamps(of: site, output, path)
      }
      return nil
    } catch let error as DiskError {
      // The site is published, and what an old journal says is found to be outdated.
      return CacheFolder.warning(error)
    }
  }

  /// The stamps of the output files that prove something: those that a later write would surely have
  /// changed.
  private borrowing func settledStamps(
    of site: RenderedSite, _ output: OutputFolder, _ path: String
  ) throws(DiskError) -> [FileStamp] {
    let now = disk.clock(of: output.path, like: try disk.clock(in: path))
    return site.files.map { now.settled($0.stamp) }
  }
}

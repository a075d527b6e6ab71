internal import Bytes
internal import FileTree
internal import Incremental

/// The folder that remembers the last build for the next one.
struct BuildCache {
  private let folder: String?
  private let disk: Disk
  let journal: SiteJournal?
  /// Read before the source files are looked at.
  let clock: DiskClock

  /// Nothing is remembered.
  static let none = BuildCache(folder: nil, disk: Disk(), journal: nil, clock: .stopped)

  init(folder: String?, disk: Disk, journal: SiteJournal?, clock: DiskClock) {
    self.folder = folder
    self.disk = disk
    self.journal = journal
    self.clock = clock
  }

  /// Opens the folder that the options name; one that cannot be used remembers nothing.
  init(_ options: BuildOptions, _ disk: Disk) {
    guard let folder = options.cache, (try? disk.makeFolder(folder)) != nil,
      let clock = try? disk.clock(in: folder)
    else {
      self.init(folder: nil, disk: disk, journal: nil, clock: .stopped)
      return
    }
    self.init(
      folder: folder, disk: disk, journal: SiteJournal(at: Self.journal(in: folder), disk: disk),
      clock: clock)
  }

  private static func journal(in folder: String) -> String { folder + "/journal" }

  /// Remembers a build whose files are in place.
  func save(_ site: RenderedSite, _ output: OutputFolder, _ workers: Workers) async throws {
    guard let folder else { return }
    let saver = JournalSaver(site, Answers(site.snapshot), after: journal)
    guard saver.isWorthWhile else { return }
    try await saver.save(to: Self.journal(in: folder), disk: disk) {
      try await settledStamps(of: site, output, folder, workers)
    }
  }

  /// The stamps of the output files that prove something.
  ///
  /// Files that this build wrote are looked at again: what was changed since within the same tick
  /// of the clock must not pass for ours.
  private func settledStamps(
    of site: RenderedSite, _ output: OutputFolder, _ folder: String, _ workers: Workers
  ) async throws -> [FileStamp] {
    let written = site.files.indices.filter { site.files[$0].isWritten }
    let listing = RouteListing(site.snapshot)
    let now = disk.clock(of: output.path, like: try disk.clock(in: folder))
    let stamps = try await output.stamps(written.count, workers: workers) {
      listing.path(of: written[$0])
    }
    var settled = site.files.map { now.settled($0.stamp) }
    for (number, stamp) in zip(written, stamps) {
      settled[number] = stamp == site.files[number].stamp ? now.settled(stamp) : .unknown
    }
    return settled
  }
}

internal import Bytes
internal import Diagnostics
internal import FileTree
internal import SiteModel

/// The part of a commit that moves staged files to their places.
struct OutputMove<Listing: OutputListing>: Sendable {
  private let output: OutputFolder
  private let files: [OutputFile]
  private let listing: Listing
  /// Sorted by the bytes of their paths, unless whole folders move.
  private let staged: [UInt32]
  private let workers: Workers

  /// What stands in the way and may be removed.
  struct Obstacles {
    /// Files where a folder must be.
    var files: [ByteView] = []
    /// Folders where a file must be.
    var folders: [ByteView] = []
  }

  init(
    _ output: OutputFolder, _ files: [OutputFile], _ listing: Listing, staged: [UInt32],
    workers: Workers
  ) {
    self.output = output
    self.files = files
    self.listing = listing
    self.staged = staged
    self.workers = workers
  }

  /// How many files a worker moves before it hands over.
  private static var chunk: Int { 2048 }

  /// Throws `DiagnosticError` for what is in the way of files or of deletions, before anything
  /// changes.
  func check(_ stale: [ByteView]) async throws -> Obstacles {
    var obstacles = Obstacles()
    guard !output.movesFolders else {
      try checkFresh()
      return obstacles
    }
    try await workers.map(staged.count, chunk: Self.chunk) { range in
      var way = OutputWay(output)
      var folders: [ByteView] = []
      for number in staged[range].map(Int.init) {
        let path = listing.path(of: number)
        guard try way.checkFolders(above: path) else { continue }
        if files[number].place == .other, try way.isOurFolder(path) { folders.append(path) }
      }
      return (way.blockers, folders)
    } consume: { blockers, folders in
      obstacles.files += blockers
      obstacles.folders += folders
    }
    var way = OutputWay(output)
    for path in stale { try way.checkFolders(above: path) }
    obstacles.files += way.blockers
    return obstacles
  }

  /// Moves everything into place.
  func run(_ obstacles: Obstacles) async throws {
    guard !output.movesFolders else { return try moveFolders() }
    for path in obstacles.files { try output.folder.removeFile(path) }
    for path in obstacles.folders { try output.disk.removeTree(output.path + "/" + path.string) }
    try await makeFolders()
    for rank in 0...4 {
      let ranked = staged.filter { listing.kind(of: Int($0)).commitRank == rank }
      try await workers.map(ranked.count, chunk: Self.chunk) { range in
        var name = ByteBuffer(capacity: 64)
        for number in ranked[range] {
          name.removeAll()
          name.appendStagedName(of: Int(number))
          try name.withView { try output.folder.rename($0, to: listing.path(of: Int(number))) }
        }
      } consume: { _ in
      }
    }
  }

  /// Makes the folders of files that are new, each once.
  private func makeFolders() async throws {
    let new = staged.filter { files[Int($0)].place != .file }
    try await workers.map(new.count, chunk: Self.chunk) { range in
      var last = ByteView.empty
      for number in new[range] {
        let folder = listing.path(of: Int(number)).folder
        if folder == last { continue }
        try output.folder.makeFolder(folder)
        last = folder
      }
    } consume: { _ in
    }
  }
}

// MARK: - A fresh folder

extension OutputMove {
  /// The names at the top of the stage: folders first, then the files, which link into them.
  private func names() throws(DiskError) -> [String] {
    let path = "\(output.path)/\(OutputFolder.stageName)"
    guard try output.disk.kind(of: path) != nil else { return [] }
    let entries = try FolderListing(of: path, disk: output.disk).entries
    return entries.filter { $0.kind == .folder }.map(\.name)
      + entries.filter { $0.kind != .folder }.map(\.name)
  }

  /// A fresh folder may hold files such as `.gitkeep`.
  private func checkFresh() throws {
    for name in try names() where try output.disk.kind(of: output.path + "/" + name) != nil {
      throw DiagnosticError(OutputMessages.foreignFile(name))
    }
  }

  private func moveFolders() throws(DiskError) {
    for name in try names() {
      try output.disk.rename(
        "\(output.path)/\(OutputFolder.stageName)/\(name)", to: output.path + "/" + name)
    }
  }
}

extension RouteKind {
  /// What a page needs moves into place before the page.
  var commitRank: Int {
    switch self {
    case .asset: 0
    case .picture, .staticFile: 1
    case .article, .tombstone, .standing: 2
    case .feed, .sitemapIndex, .sitemapMonth, .sitemapPages, .newsSitemap, .robots: 4
    case .redirect, .redirectMap: 4
    default: 3
    }
  }
}

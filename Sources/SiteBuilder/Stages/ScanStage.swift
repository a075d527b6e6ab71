package import FileTree

/// Reads the folders of a site.
package enum ScanStage {
  /// How many folders a worker reads before it hands over what it found.
  private static let chunk = 32

  /// The files below the folders `names` of `root`.
  package static func scan(
    _ root: String, folders names: [String], disk: Disk, workers: Workers
  ) async throws -> SourceTree {
    var walk = try TreeWalk(root: root, folders: names, disk: disk)
    while !walk.level.isEmpty {
      let level = walk.level
      var scans: [FolderScan] = []
      scans.reserveCapacity(level.count)
      try await workers.map(level.count, chunk: chunk) { range in
        try level[range].map { try $0.read(disk) }
      } consume: {
        scans += $0
      }
      walk.add(scans)
    }
    return walk.tree()
  }
}

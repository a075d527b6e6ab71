internal import Bytes
internal import Diagnostics
package import FileTree
internal import SiteModel

extension OutputFolder {
  /// What a commit did.
  package struct Commit: Sendable {
    package var deleted = 0
    /// How the folder differs from what the last build left.
    package var changes = OutputChanges()
    /// Whether the manifest is still to be put in place.
    fileprivate var isOpen = false
  }

  /// Moves the staged files into place, assets before the pages that use them and articles before
  /// the lists that link them, and deletes what is stale.
  ///
  /// Afterwards each of `files` that was written has the stamp that it got. Until the commit is
  /// sealed, the next build compares itself with the one before this.
  package func commit<Listing: OutputListing>(
    _ files: inout [OutputFile], of listing: Listing, options: String, workers: Workers
  ) async throws -> Commit {
    let update = try await ManifestUpdate(
      manifest, files, listing, options: options, workers: workers)
    var result = Commit()
    result.changes = OutputChanges(update, manifest)
    let staged = staged(files, listing)
    let stale = stale(update, files, listing)
    if update.isUnchanged, staged.isEmpty, stale.isEmpty, next.count == 0 {
      try discard()
      return result
    }
    let move = OutputMove(self, files, listing, staged: staged, workers: workers)
    let obstacles = try await move.check(stale)
    try announce(update)
    try await move.run(obstacles)
    try remove(stale)
    try await stamp(&files, listing, staged, workers)
    result.deleted = stale.count
    result.isOpen = true
    return result
  }

  /// Puts the manifest in place: what a commit did is done.
  package func seal(_ commit: Commit) throws(DiskError) {
    guard commit.isOpen else { return }
    try folder.rename(ByteView(Manifest.nextName), to: ByteView(Manifest.fileName))
    try discard()
  }

  /// The numbers of the staged files, sorted by the bytes of their paths.
  private func staged(_ files: [OutputFile], _ listing: some OutputListing) -> [UInt32] {
    var staged: [UInt32] = []
    for number in files.indices where files[number].isWritten { staged.append(UInt32(number)) }
    if !movesFolders {
      staged.sort { listing.path(of: Int($0)).precedes(listing.path(of: Int($1))) }
    }
    return staged
  }

  /// The paths of files of ours that are not part of the output any more, sorted by their bytes.
  private func stale<Listing: OutputListing>(
    _ update: ManifestUpdate<Listing>, _ files: [OutputFile], _ listing: Listing
  ) -> [ByteView] {
    var stale = update.removed.map { manifest.path(Int($0)) }
    guard next.count > 0 else { return stale }
    var table = IdentityTable(capacity: files.count)
    for number in files.indices where files[number].state != .none {
      table.insert(Fingerprint.identity(of: listing.path(of: number)), UInt32(number))
    }
    for row in 0..<next.count {
      let path = next.path(row)
      guard table[Fingerprint.identity(of: path)] == nil, manifest.row(of: path) == nil else {
        continue
      }
      stale.append(path)
    }
    stale.sort { $0.precedes($1) }
    return stale
  }

  /// Says what is about to be written, so that the next build knows it for ours.
  private func announce(_ update: ManifestUpdate<some OutputListing>) throws(DiskError) {
    try folder.makeFolder(ByteView(Self.stageName))
    // Nothing but the stage may be left behind by a build that is killed here.
    var file = try FileWriter(
      replacing: "\(path)/\(Manifest.nextName)",
      through: "\(path)/\(Self.stageName)/\(Manifest.fileName)", disk: disk)
    try update.write(to: &file)
    try file.commit()
  }

  /// Takes the stamps of the files that moved.
  private func stamp(
    _ files: inout [OutputFile], _ listing: some OutputListing, _ staged: [UInt32],
    _ workers: Workers
  ) async throws {
    // What moved with its folder kept the stamp that it got when it was written.
    let moved =
      movesFolders ? staged.filter { listing.path(of: Int($0)).folder.isEmpty } : staged
    let stamps = try await stamps(moved.count, workers: workers) { [moved] in
      listing.path(of: Int(moved[$0]))
    }
    for (number, stamp) in zip(moved.map(Int.init), stamps) {
      let staged = files[number].stamp
      // A move leaves the time of the last write; whoever wrote since has left other bytes.
      let isOurs = stamp.modified == staged.modified && stamp.inode == staged.inode
      files[number].stamp = isOurs ? stamp : .unknown
    }
  }
}

// MARK: - Deleting

extension OutputFolder {
  /// Removes files of ours, sorted by the bytes of their paths, and then the folders that became
  /// empty.
  func remove(_ paths: [ByteView]) throws(DiskError) {
    for path in paths {
      do throws(DiskError) {
        try folder.removeFile(path)
      } catch {
        // A file of ours may have become a folder of ours in this very commit.
        guard try folder.kind(of: path) == .folder else { throw error }
      }
    }
    // What is in a folder stands behind the folder: last paths first.
    var last = ByteView.empty
    for path in paths.reversed() where path.folder != last {
      last = path.folder
      var above = last
      while !above.isEmpty, try folder.removeEmptyFolder(above) { above = above.folder }
    }
  }
}

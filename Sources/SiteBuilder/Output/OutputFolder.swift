package import Bytes
internal import Diagnostics
package import FileTree

/// The output folder: stages changed files, and moves them into place only when all is well.
///
/// Contract:
/// 1. Nothing outside `.warta-stage` changes before `commit`.
/// 2. Only files of the manifest are replaced or deleted; any other file is somebody else's.
/// 3. A commit that is cut off leaves `.warta-manifest.next`: what it names is ours too.
package struct OutputFolder: Sendable {
  package let path: String
  let disk: Disk
  /// The folder itself, which is made when it was not there.
  let folder: OpenFolder
  /// What the last build wrote.
  package let manifest: Manifest
  /// What a commit that was cut off announced.
  let next: Manifest
  let adopts: Bool
  /// Whether the folder was there before the build.
  private let existed: Bool
  /// Whether nothing of the output can be in place.
  package let isFresh: Bool
  /// Whether files of a fresh folder are staged under the paths that they will have, so that whole
  /// folders move; to be unset when two files may claim one path.
  package var movesFolders: Bool

  static let stageName: StaticString = ".warta-stage"

  /// Opens the folder at `path`, which need not exist.
  ///
  /// A folder that holds files and no manifest is somebody's: it is refused unless `adopts`.
  package init(_ path: String, adopts: Bool, disk: Disk) throws {
    existed = try disk.kind(of: path) != nil
    try disk.makeFolder(path)
    let folder = try OpenFolder(path, disk: disk)
    let manifest = try Self.readManifest(Manifest.fileName, folder)
    let next = try Self.readManifest(Manifest.nextName, folder)
    let names = try FolderListing(of: path, disk: disk).entries.map(\.name)
    if manifest == nil, next == nil, !adopts, names.contains(where: { !$0.hasPrefix(".") }) {
      throw DiagnosticError(OutputMessages.foreignFolder(path))
    }
    // Whoever takes over what is there has to look at it.
    isFresh =
      manifest == nil && next == nil && !adopts
      && names.allSatisfy { Self.namesBesideFreshOutput.contains($0) }
    movesFolders = isFresh
    self.path = path
    self.disk = disk
    self.folder = folder
    self.adopts = adopts
    self.manifest = manifest ?? Manifest()
    self.next = next ?? Manifest()
    try removeStage()
  }

  /// Names that no file of the output can be under, or that hold nothing but our own work.
  private static let namesBesideFreshOutput: Set<String> = [".gitkeep", ".git", "\(stageName)"]

  private static func readManifest(
    _ name: StaticString, _ folder: OpenFolder
  ) throws(DiskError) -> Manifest? {
    let path = ByteView(name)
    guard try folder.kind(of: path) == .file else { return nil }
    var bytes = ByteBuffer(capacity: 1)
    try folder.read(path, into: &bytes, followsLink: false)
    return Manifest(bytes.frozen())
  }

  /// Whether Warta wrote the file at `path`.
  func owns(_ path: ByteView) -> Bool {
    manifest.row(of: path) != nil || next.row(of: path) != nil
  }

  /// Whether Warta wrote a file below the folder at `path`.
  func ownsFiles(below path: ByteView) -> Bool {
    manifest.hasFiles(below: path) || next.hasFiles(below: path)
  }

  /// Changes nothing when there is no stage: the folder may be read-only.
  private func removeStage() throws(DiskError) {
    guard try folder.kind(of: ByteView(Self.stageName)) != nil else { return }
    try disk.removeTree("\(path)/\(Self.stageName)")
  }

  /// Takes back everything that was staged.
  package func discard() throws(DiskError) {
    try removeStage()
    if !existed { try disk.removeEmptyFolder(path) }
  }
}

// MARK: - Inspection

extension OutputFolder {
  /// How many files a worker looks at before it hands over what it found.
  private static let chunk = 4096

  /// Looks at every file that the last build wrote.
  package func inspect(_ workers: Workers) async throws -> OutputStamps {
    let manifest = manifest
    async let rows = manifest.table()
    let stamps = try await stamps(manifest.count, workers: workers) { manifest.path($0) }
    return await OutputStamps(self, rows: rows, stamps: stamps)
  }

  /// The stamps of the files at `count` paths, `missing` or `notAFile` where there is none.
  package func stamps(
    _ count: Int, workers: Workers, path: @escaping @Sendable (Int) -> ByteView
  ) async throws -> [FileStamp] {
    var stamps: [FileStamp] = []
    stamps.reserveCapacity(count)
    try await workers.map(count, chunk: Self.chunk) { [folder] range in
      var files = NearbyFiles(below: folder)
      return try range.map { try files.stamp(of: path($0)) }
    } consume: {
      stamps += $0
    }
    return stamps
  }
}

/// The stamps of the files that an earlier build wrote, as they were found.
package struct OutputStamps: Sendable {
  private let output: OutputFolder
  private let rows: IdentityTable
  private let stamps: [FileStamp]

  fileprivate init(_ output: OutputFolder, rows: IdentityTable, stamps: [FileStamp]) {
    self.output = output
    self.rows = rows
    self.stamps = stamps
  }

  /// The row of the manifest that names the file at `path`; nothing when none does.
  ///
  /// `guess` is looked at first: a file mostly follows the one that was asked for before it, and
  /// that costs no way through a large table.
  package func row(of path: ByteView, guess: UInt32) -> UInt32? {
    if guess < UInt32(output.manifest.count), output.manifest.path(Int(guess)) == path {
      return guess
    }
    guard let row = rows[Fingerprint.identity(of: path)], output.manifest.path(Int(row)) == path
    else { return nil }
    return row
  }

  /// The stamp of the file at `path`, `missing` or `notAFile` where there is none; a file without a
  /// row in the manifest is looked at now.
  package func stamp(of path: ByteView, row: UInt32?) throws -> FileStamp {
    if let row { return stamps[Int(row)] }
    return output.isFresh ? .missing : try output.folder.stamp(of: path)
  }
}

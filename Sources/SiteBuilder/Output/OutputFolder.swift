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
  private let disk: Disk
  /// What the last build wrote.
  package let manifest: Manifest
  private let known: [String: Manifest.Entry]
  private let owned: Set<String>
  private let adopts: Bool
  /// Whether the folder was there before the build.
  private let existed: Bool

  private static let stageName = ".warta-stage"
  private static let nextName = ".warta-manifest.next"

  /// Opens the folder at `path`, which need not exist.
  ///
  /// A folder that holds files and no manifest is somebody's: it is refused unless `adopts`.
  package init(_ path: String, adopts: Bool, disk: Disk) throws {
    self.path = path
    self.disk = disk
    self.adopts = adopts
    existed = try disk.kind(of: path) != nil
    let manifest = try Self.readManifest(path + "/" + Manifest.fileName, disk)
    let next = try Self.readManifest(path + "/" + Self.nextName, disk)
    if manifest == nil, next == nil, !adopts, try Self.holdsFiles(path, disk) {
      throw DiagnosticError(OutputMessages.foreignFolder(path))
    }
    self.manifest = manifest ?? Manifest()
    known = self.manifest.byPath
    owned = Set(known.keys).union((next?.entries ?? []).map(\.path))
    try disk.removeTree(path + "/" + Self.stageName)
  }

  private static func readManifest(_ path: String, _ disk: Disk) throws(DiskError) -> Manifest? {
    guard try disk.kind(of: path) == .file else { return nil }
    return Manifest(try disk.read(path))
  }

  /// Names that begin with a dot (`.gitkeep`, `.git`) do not make a folder somebody's.
  private static func holdsFiles(_ path: String, _ disk: Disk) throws(DiskError) -> Bool {
    guard try disk.kind(of: path) != nil else { return false }
    return try FolderListing(of: path, disk: disk).entries.contains { !$0.name.hasPrefix(".") }
  }
}

// MARK: - Staging

extension OutputFolder {
  /// What became of one file of the output.
  package struct StagedFile: Sendable {
    package var entry: Manifest.Entry
    /// The name of the staged file; nothing when the bytes in place are the same.
    package var stagedName: String?
    /// Whether there was no such file.
    package var isNew: Bool
  }

  /// Stages a file of the output when its bytes differ from those in place.
  ///
  /// `number` is different for each file; staging needs no lock.
  package func stage(
    _ bytes: borrowing ByteBuffer, as path: String, kind: String, source: String?, number: Int
  ) throws -> StagedFile {
    let hash = Fingerprint(of: bytes)
    let entry = Manifest.Entry(
      path: path, size: bytes.count, hash: hash, kind: kind, source: source)
    let target = self.path + "/" + path
    let isOwned = owned.contains(path)
    if known[path]?.hash == hash, try holds(bytes, at: target) {
      return StagedFile(entry: entry, stagedName: nil, isNew: false)
    }
    if !isOwned, try disk.kind(of: target) != nil {
      guard adopts else { throw DiagnosticError(OutputMessages.foreignFile(path)) }
    }
    let folder = "\(self.path)/\(Self.stageName)/\(number / 1024)"
    let name = "\(folder)/\(number)"
    do throws(DiskError) {
      try disk.write(bytes, to: name)
    } catch {
      guard error.isMissing else { throw error }
      try disk.makeFolder(folder)
      try disk.write(bytes, to: name)
    }
    return StagedFile(entry: entry, stagedName: name, isNew: known[path] == nil)
  }

  /// Whether the file in place still holds these bytes: somebody may have edited it.
  private func holds(_ bytes: borrowing ByteBuffer, at target: String) throws(DiskError) -> Bool {
    guard let stamp = try disk.stamp(of: target), stamp.size == Int64(bytes.count) else {
      return false
    }
    guard try disk.kind(of: target) == .file else { return false }
    return Fingerprint(of: try disk.read(target)) == Fingerprint(of: bytes)
  }

  /// Takes back everything that was staged.
  package func discard() throws(DiskError) {
    try disk.removeTree(path + "/" + Self.stageName)
    if !existed { try disk.removeEmptyFolder(path) }
  }
}

// MARK: - Commit

extension OutputFolder {
  /// Moves the staged files into place, in the order given, and deletes what is stale.
  ///
  /// Answers how many files were deleted.
  package func commit(_ files: [StagedFile], options: String) throws -> Int {
    let next = Manifest(options: options, entries: files.map(\.entry))
    try disk.makeFolder(path)
    let isUnchanged = files.allSatisfy { $0.stagedName == nil } && next == manifest
    if isUnchanged { return 0 }
    let kept = Set(files.map(\.entry.path))
    let stale = owned.subtracting(kept).sorted()
    var way = OutputWay(path, owned: owned, adopts: adopts, disk: disk)
    for file in files where file.stagedName != nil { try way.check(file.entry.path) }
    for path in stale { try way.check(path) }
    let encoded = next.encoded
    try disk.replace(path + "/" + Self.nextName, with: encoded)
    for file in files {
      guard let staged = file.stagedName else { continue }
      try move(staged, to: file.entry.path)
    }
    try remove(stale)
    try disk.replace(path + "/" + Manifest.fileName, with: encoded)
    try disk.removeFile(path + "/" + Self.nextName)
    try discard()
    return stale.count
  }

  private func move(_ staged: String, to path: String) throws(DiskError) {
    let target = self.path + "/" + path
    do throws(DiskError) {
      try disk.rename(staged, to: target)
    } catch {
      try clearWay(to: path)
      try disk.rename(staged, to: target)
    }
  }

  /// Makes the folders above a file; a file of ours that stands where a folder must be goes.
  private func clearWay(to path: String) throws(DiskError) {
    var prefix = ""
    for component in path.split(separator: "/").dropLast() {
      prefix += prefix.isEmpty ? component : "/" + component
      if owned.contains(prefix) { try disk.removeFile(self.path + "/" + prefix) }
    }
    let target = self.path + "/" + path
    if try disk.kind(of: target) == .folder { try removeEmptyFolders(at: path) }
    try disk.makeFolder(String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)]))
  }

  /// Removes the files and then the folders that became empty.
  package func remove(_ paths: [String]) throws(DiskError) {
    var folders: Set<String> = []
    for path in paths {
      let target = self.path + "/" + path
      // A file of ours may have become a folder of ours in this very commit.
      if try disk.kind(of: target) != .folder { try disk.removeFile(target) }
      var folder = path
      while let slash = folder.lastIndex(of: "/") {
        folder = String(folder[..<slash])
        folders.insert(folder)
      }
    }
    // Longer paths first: a folder is empty once those in it are gone.
    for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      try disk.removeEmptyFolder(self.path + "/" + folder)
    }
  }

  private func removeEmptyFolders(at path: String) throws(DiskError) {
    let inside = owned.filter { $0.hasPrefix(path + "/") }
    try remove(inside.sorted())
    try disk.removeEmptyFolder(self.path + "/" + path)
  }
}

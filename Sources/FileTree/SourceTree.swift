/// The files below some folders as a value: paths and stamps, in one fixed order.
///
/// The order is that of a walk through sorted folders, which is the order of the paths' bytes with
/// `/` before every other byte; `file(at:)` and `files(below:)` search by it.
package struct SourceTree: Hashable, Sendable {
  /// One file; folders have no entry of their own.
  package struct File: Hashable, Sendable {
    /// The path relative to the tree's root, with `/` between components.
    package var path: String
    package var stamp: FileStamp
    /// Whether the file is reached through a symbolic link, its own or a folder's.
    package var isBehindLink: Bool

    package init(path: String, stamp: FileStamp, isBehindLink: Bool = false) {
      self.path = path
      self.stamp = stamp
      self.isBehindLink = isBehindLink
    }
  }

  package private(set) var files: [File]
  /// Links that lead out of the tree's root or in a circle: nothing behind them was read.
  package private(set) var refusedLinks: [String]

  /// Makes a tree of known files.
  package init(files: [File] = [], refusedLinks: [String] = []) {
    self.files = files.sorted { pathPrecedes($0.path.utf8, $1.path.utf8) }
    self.refusedLinks = refusedLinks
  }

  /// Reads the folders `names` below `root`; one that does not exist has no files.
  package init(root: String, folders names: [String], disk: Disk) throws(DiskError) {
    var walk = TreeWalk(root: root, disk: disk)
    for name in names.sorted(by: { pathPrecedes($0.utf8, $1.utf8) }) { try walk.visit(name) }
    files = walk.files
    refusedLinks = walk.refusedLinks.sorted { pathPrecedes($0.utf8, $1.utf8) }
  }
}

// MARK: - Searching

extension SourceTree {
  /// The file at `path`, or nothing.
  package func file(at path: String) -> File? {
    let index = firstIndex(notBefore: path)
    return index < files.count && files[index].path == path ? files[index] : nil
  }

  /// Whether there is a file at `path`.
  package func contains(_ path: String) -> Bool {
    file(at: path) != nil
  }

  /// The files below the folder at `path`.
  package func files(below path: String) -> ArraySlice<File> {
    let prefix = path + "/"
    let start = firstIndex(notBefore: prefix)
    var end = start
    while end < files.count, files[end].path.utf8.starts(with: prefix.utf8) { end += 1 }
    return files[start..<end]
  }

  private func firstIndex(notBefore path: String) -> Int {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if pathPrecedes(files[middle].path.utf8, path.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

/// Whether path `a` stands before `b` in a walk through sorted folders.
private func pathPrecedes(_ a: String.UTF8View, _ b: String.UTF8View) -> Bool {
  a.lexicographicallyPrecedes(b) { rank($0) < rank($1) }
}

/// A path holds no zero byte, so `/` may take its rank.
private func rank(_ byte: UInt8) -> UInt8 {
  byte == UInt8(ascii: "/") ? 0 : byte
}

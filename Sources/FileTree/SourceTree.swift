package import Bytes

/// The files below some folders as a value: paths and stamps, in one fixed order.
///
/// The order is that of a walk through sorted folders, which is the order of the paths' bytes with
/// `/` before every other byte; `file(at:)` and `files(below:)` search by it. Paths lie in one arena
/// that the tree keeps: a view of one is valid as long as the tree, or a part of it, lives.
package struct SourceTree: Sendable {
  /// One file; folders have no entry of their own.
  package struct File: Sendable {
    /// The path relative to the tree's root, with `/` between components.
    package var path: ByteView
    package var stamp: FileStamp
    /// Whether the file is reached through a symbolic link, its own or a folder's.
    package var isBehindLink: Bool
  }

  struct Row: Sendable {
    var stamp: FileStamp
    var pathStart: UInt32
    var pathCount: UInt16
    var isBehindLink: Bool
  }

  private let paths: FrozenBytes
  private let rows: [Row]
  /// Links that lead out of the tree's root or in a circle: nothing behind them was read.
  package let refusedLinks: [String]

  init(paths: FrozenBytes, rows: [Row], refusedLinks: [String]) {
    self.paths = paths
    self.rows = rows
    self.refusedLinks = refusedLinks
  }

  /// Reads the folders `names` below `root`, one after the other; one that does not exist has no
  /// files.
  package init(root: String, folders names: [String], disk: Disk) throws(DiskError) {
    var walk = try TreeWalk(root: root, folders: names, disk: disk)
    while !walk.level.isEmpty {
      var scans: [FolderScan] = []
      for folder in walk.level { scans.append(try folder.read(disk)) }
      walk.add(scans)
    }
    self = walk.tree()
  }
}

extension SourceTree: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { rows.count }

  package subscript(number: Int) -> File {
    let row = rows[number]
    let start = Int(row.pathStart)
    return File(
      path: paths.view.slice(start..<(start + Int(row.pathCount))), stamp: row.stamp,
      isBehindLink: row.isBehindLink)
  }
}

// MARK: - Searching

extension SourceTree {
  /// The file at `path`, or nothing.
  package func file(at path: String) -> File? {
    number(ofFileAt: path).map { self[$0] }
  }

  /// The number of the file at `path`, or nothing.
  package func number(ofFileAt path: String) -> Int? {
    let index = firstIndex(notBefore: path)
    return index < count && self[index].path.elementsEqual(path.utf8) ? index : nil
  }

  /// Whether there is a file at `path`.
  package func contains(_ path: String) -> Bool {
    number(ofFileAt: path) != nil
  }

  /// The files below the folder at `path`.
  package func files(below path: String) -> Slice<SourceTree> {
    let prefix = path + "/"
    let start = firstIndex(notBefore: prefix)
    // Those with the prefix stand together, first of what is not before it.
    var low = start
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].path.starts(with: prefix.utf8) { low = middle + 1 } else { high = middle }
    }
    return self[start..<low]
  }

  private func firstIndex(notBefore path: String) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if pathPrecedes(self[middle].path, path.utf8) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Whether path `a` stands before `b` in a walk through sorted folders.
func pathPrecedes(_ a: String, _ b: String) -> Bool {
  pathPrecedes(a.utf8, b.utf8)
}

private func pathPrecedes(_ a: some Sequence<UInt8>, _ b: some Sequence<UInt8>) -> Bool {
  a.lexicographicallyPrecedes(b) { rank($0) < rank($1) }
}

/// A path holds no zero byte, so `/` may take its rank.
private func rank(_ byte: UInt8) -> UInt8 {
  byte == UInt8(ascii: "/") ? 0 : byte
}

// MARK: - Making

/// Collects files in the order of a tree.
struct SourceTreeBuilder: ~Copyable {
  private var paths = ByteBuffer(capacity: 1 << 16)
  private var rows: [SourceTree.Row] = []

  /// Adds a file.
  mutating func add(
    _ name: ArraySlice<UInt8>, in folder: String, stamp: FileStamp, isBehindLink: Bool
  ) {
    let start = paths.count
    paths.append(folder)
    paths.append("/")
    paths.append(name)
    rows.append(
      SourceTree.Row(
        stamp: stamp, pathStart: UInt32(start), pathCount: UInt16(paths.count - start),
        isBehindLink: isBehindLink))
  }

  /// The tree of what was added.
  consuming func tree(refusedLinks: [String]) -> SourceTree {
    let rows = rows
    return SourceTree(paths: paths.frozen(), rows: rows, refusedLinks: refusedLinks)
  }
}

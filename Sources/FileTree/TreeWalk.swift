internal import Bytes

/// A walk through folders, level by level, following links that stay below the root.
///
/// The folders of a level can be read by many workers at once; the tree does not depend on who read
/// what, because folders are numbered in the order in which their names were added.
package struct TreeWalk {
  /// A folder that was found and is to be read.
  package struct Folder: Sendable {
    /// The path relative to the root.
    fileprivate var path: String
    fileprivate var isBehindLink: Bool
    fileprivate let root: String

    /// Reads the folder.
    package func read(_ disk: Disk) throws(DiskError) -> FolderScan {
      try FolderScan(of: root + "/" + path, stampsFolders: false, disk: disk)
    }
  }

  /// A folder that was read, and the number of the first of those in it.
  private struct Node {
    var folder: Folder
    var scan: FolderScan
    /// What became of each entry.
    var fates: [Fate]
  }

  private enum Fate {
    case file(isBehindLink: Bool)
    case folder(Int)
    case nothing
  }

  private let root: String
  private let disk: Disk
  /// The folders that are not read yet, to be added in this order.
  package private(set) var level: [Folder] = []
  private var next: [Folder] = []
  private var nodes: [Node] = []
  /// The number of folders that begin the walk.
  private let starts: Int
  private var refusedLinks: [String] = []
  private var firstOfNext = 0

  /// Begins at the folders `names` below `root`; one that does not exist has no files.
  package init(root: String, folders names: [String], disk: Disk) throws(DiskError) {
    self.root = root
    self.disk = disk
    for name in names where try disk.kind(of: root + "/" + name) != nil {
      level.append(Folder(path: name, isBehindLink: false, root: root))
    }
    starts = level.count
    firstOfNext = starts
  }

  /// Adds what the folders of the level hold, all of them in their order.
  package mutating func add(_ scans: [FolderScan]) {
    for (folder, scan) in zip(level, scans) {
      var fates: [Fate] = []
      fates.reserveCapacity(scan.entries.count)
      for entry in scan.entries { fates.append(fate(of: entry, scan, folder)) }
      nodes.append(Node(folder: folder, scan: scan, fates: fates))
    }
    level = next
    next = []
    firstOfNext = nodes.count + level.count
  }
}

// MARK: - Steps

extension TreeWalk {
  private mutating func fate(
    of entry: FolderScan.Entry, _ scan: FolderScan, _ folder: Folder
  ) -> Fate {
    guard entry.isLink || entry.kind == .folder else {
      return entry.kind == .file ? .file(isBehindLink: folder.isBehindLink) : .nothing
    }
    let path = folder.path + "/" + String(decoding: scan.name(of: entry), as: UTF8.self)
    if entry.isLink, !staysInside(path) {
      refusedLinks.append(path)
      return .nothing
    }
    let isBehindLink = folder.isBehindLink || entry.isLink
    switch entry.kind {
    case .file: return .file(isBehindLink: isBehindLink)
    case .folder:
      next.append(Folder(path: path, isBehindLink: isBehindLink, root: root))
      return .folder(firstOfNext + next.count - 1)
    case .link, .other: return .nothing
    }
  }

  /// A link may lead to a place below the root, but not to a folder that it stands in.
  private func staysInside(_ path: String) -> Bool {
    guard let target = disk.realPath(root + "/" + path), let base = disk.realPath(root),
      let place = disk.realPath(root + "/" + folderName(of: path))
    else { return false }
    return (target + "/").utf8.starts(with: (base + "/").utf8)
      && !(place + "/").utf8.starts(with: (target + "/").utf8)
  }
}

// MARK: - The tree

extension TreeWalk {
  /// The files of all folders, depth first.
  ///
  /// The places where the walk goes on form a stack of our own, so a deep tree cannot exhaust the
  /// thread's.
  package consuming func tree() -> SourceTree {
    var builder = SourceTreeBuilder()
    let order = (0..<starts).sorted { pathPrecedes(nodes[$0].folder.path, nodes[$1].folder.path) }
    var places = order.reversed().map { (node: $0, entry: 0) }
    while let (node, entry) = places.popLast() {
      guard entry < nodes[node].fates.count else { continue }
      places.append((node, entry + 1))
      switch nodes[node].fates[entry] {
      case .nothing: break
      case .folder(let child): places.append((child, 0))
      case .file(let isBehindLink):
        let found = nodes[node].scan.entries[entry]
        builder.add(
          nodes[node].scan.name(of: found), in: nodes[node].folder.path, stamp: found.stamp,
          isBehindLink: isBehindLink)
      }
    }
    return builder.tree(refusedLinks: refusedLinks.sorted(by: pathPrecedes))
  }
}

/// The path without its last component.
private func folderName(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return String(path[..<slash])
}

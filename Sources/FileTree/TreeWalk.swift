/// Walks through folders depth first, following links that stay below the root.
struct TreeWalk {
  private let root: String
  private let disk: Disk
  private(set) var files: [SourceTree.File] = []
  private(set) var refusedLinks: [String] = []

  init(root: String, disk: Disk) {
    self.root = root
    self.disk = disk
  }

  /// Adds the files below `folder`, a path relative to the root.
  ///
  /// The pending paths form a stack, so a deep tree cannot exhaust the thread's own.
  mutating func visit(_ folder: String) throws(DiskError) {
    guard try disk.kind(of: absolute(folder)) != nil else { return }
    var pending = [Pending.folder(folder, isBehindLink: false)]
    while let next = pending.popLast() {
      switch next {
      case .file(let file): files.append(file)
      case .folder(let path, let isBehindLink):
        let listing = try FolderListing(of: absolute(path), disk: disk)
        for entry in listing.entries.reversed() {
          step(into: entry, at: "\(path)/\(entry.name)", isBehindLink, &pending)
        }
      }
    }
  }

  private enum Pending {
    case file(SourceTree.File)
    case folder(String, isBehindLink: Bool)
  }

  private mutating func step(
    into entry: FolderListing.Entry, at path: String, _ isBehindLink: Bool,
    _ pending: inout [Pending]
  ) {
    if entry.isLink, !staysInside(path) {
      refusedLinks.append(path)
      return
    }
    let isBehindLink = isBehindLink || entry.isLink
    switch entry.kind {
    case .file:
      pending.append(
        .file(SourceTree.File(path: path, stamp: entry.stamp, isBehindLink: isBehindLink)))
    case .folder: pending.append(.folder(path, isBehindLink: isBehindLink))
    case .link, .other: break
    }
  }

  /// A link may lead to a place below the root, but not to a folder that it stands in.
  private func staysInside(_ path: String) -> Bool {
    guard let target = disk.realPath(absolute(path)), let base = disk.realPath(root),
      let place = disk.realPath(absolute(folderName(of: path)))
    else { return false }
    return (target + "/").utf8.starts(with: (base + "/").utf8)
      && !(place + "/").utf8.starts(with: (target + "/").utf8)
  }

  private func absolute(_ path: String) -> String {
    root + "/" + path
  }
}

/// The path without its last component.
private func folderName(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return String(path[..<slash])
}

internal import Diagnostics
package import FileTree

extension OutputFolder {
  /// Removes what Warta wrote below `path`; with `all`, whatever is there.
  ///
  /// Answers the number of files that were removed. Names that begin with a dot stay, but for
  /// Warta's own.
  package static func clean(_ path: String, all: Bool, disk: Disk) throws -> Int {
    guard try disk.kind(of: path) != nil else { return 0 }
    if all { return try empty(path, disk) }
    let folder = try OutputFolder(path, adopts: false, disk: disk)
    let paths = (0..<folder.manifest.count).map { folder.manifest.path($0) }
    try folder.remove(paths)
    for name in [Manifest.fileName, Manifest.nextName] {
      try disk.removeFile("\(path)/\(name)")
    }
    return paths.count
  }

  private static func empty(_ path: String, _ disk: Disk) throws -> Int {
    let tree = try SourceTree(root: path, folders: ["."], disk: disk)
    for entry in try FolderListing(of: path, disk: disk).entries
    where !entry.name.hasPrefix(".") || entry.name.hasPrefix(".warta") {
      try disk.removeTree(path + "/" + entry.name)
    }
    return tree.count
  }
}

internal import Bytes
package import Diagnostics
package import FileTree

/// Where a site keeps what it remembers of the builds into one output folder:
/// `.warta/<identity of the output>/`, held by one build at a time.
///
/// Losing it costs time, never correctness.
package struct CacheFolder: ~Copyable {
  package let path: String
  private let lock: FileLock
  private let disk: Disk

  /// The folder for the builds of the site `root` into `output`, below `base` or `.warta`.
  ///
  /// The identity is that of the output's place below the site, where it lies there: so a cache that
  /// a build server keeps serves a checkout in another folder.
  package static func path(root: String, output: String, base: String?, disk: Disk) -> String {
    let (site, place) = (disk.resolvedPath(root) + "/", disk.resolvedPath(output))
    let inside = place.utf8.starts(with: site.utf8)
    let name = inside ? String(place.dropFirst(site.count)) : place
    let digits = String(Fingerprint.identity(of: name), radix: 16)
    let padding = String(repeating: "0", count: 16 - digits.utf8.count)
    return "\(base ?? root + "/.warta")/\(padding)\(digits)"
  }

  /// Takes the folder at `path`, making it; calls `waiting` once when another build holds it, and
  /// then waits.
  package init(at path: String, disk: Disk, waiting: () -> Void) throws(DiskError) {
    try disk.makeFolder(path)
    let place = path + "/lock"
    if let free = try FileLock(at: place, waits: false) {
      lock = free
    } else {
      waiting()
      guard let freed = try FileLock(at: place, waits: true) else {
        // A lock that is waited for is taken or an error.
        throw DiskError(.lock, place, code: 0)
      }
      lock = freed
    }
    self.path = path
    self.disk = disk
  }

  /// The file that remembers the last build.
  package var journalPath: String { path + "/journal" }

  /// The clock by which the files below `folder` are stamped, read from the disk before they are
  /// looked at.
  package func clock(of folder: String) throws(DiskError) -> DiskClock {
    try disk.clock(of: folder, like: disk.clock(in: path))
  }
}

extension CacheFolder {
  /// What is said when a site can keep no cache: every build is a clean one.
  package static func warning(_ error: DiskError) -> Diagnostic {
    OutputMessages.noCache(error)
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What a directory entry is.
package enum FileKind: UInt8, Hashable, Sendable {
  case file
  case folder
  /// A symbolic link, not followed.
  case link
  /// A socket, a device, a pipe.
  case other

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}

/// The entries of one folder, sorted by the bytes of their names.
package struct FolderListing: Sendable {
  /// One name in a folder; a link is described by what it leads to, and says so.
  package struct Entry: Hashable, Sendable {
    package var name: String
    package var kind: FileKind
    package var isLink: Bool
    package var stamp: FileStamp
  }

  package var entries: [Entry]

  /// Reads the folder at `path`; a link that leads nowhere is left out.
  package init(of path: String, disk: Disk) throws(DiskError) {
    let scan = try FolderScan(of: path, stampsFolders: true, disk: disk)
    entries = scan.entries.map { entry in
      Entry(
        name: String(decoding: scan.name(of: entry), as: UTF8.self), kind: entry.kind,
        isLink: entry.isLink, stamp: entry.stamp)
    }
  }
}

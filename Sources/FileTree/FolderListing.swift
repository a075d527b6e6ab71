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
    try disk.check(.list, path)
    guard let folder = unsafe opendir(path) else { throw DiskError(.list, path, code: errno) }
    defer { unsafe closedir(folder) }
    let descriptor = unsafe dirfd(folder)
    var entries: [Entry] = []
    errno = 0
    while let record = unsafe readdir(folder) {
      // Invariant: `d_name` of a record that readdir returned ends with a zero byte, and the record
      // stays valid until the next call for the same folder.
      let entry = unsafe withUnsafePointer(to: &record.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 1) {
          unsafe Entry(name: $0, in: descriptor)
        }
      }
      if let entry { entries.append(entry) }
      errno = 0
    }
    if errno != 0 { throw DiskError(.list, path, code: errno) }
    entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.entries = entries
  }
}

extension FolderListing.Entry {
  /// Describes the entry `name` of an open folder; nothing for `.`, `..` and what has gone.
  fileprivate init?(name: UnsafePointer<CChar>, in folder: Int32) {
    if unsafe isSelfOrParent(name) { return nil }
    var status = stat()
    guard unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink, unsafe fstatat(folder, name, &status, 0) != 0 { return nil }
    unsafe self.init(
      name: String(cString: name), kind: FileKind(mode: status.st_mode), isLink: isLink,
      stamp: FileStamp(status))
  }
}

private func isSelfOrParent(_ name: UnsafePointer<CChar>) -> Bool {
  let dot = CChar(bitPattern: UInt8(ascii: "."))
  guard unsafe name[0] == dot else { return false }
  return unsafe name[1] == 0 || (name[1] == dot && name[2] == 0)
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The entries of one folder in two allocations, sorted by the bytes of their names.
package struct FolderScan: Sendable {
  /// One name in a folder; a link is described by what it leads to, and says so.
  struct Entry: Sendable {
    var nameStart: UInt32
    var nameCount: UInt16
    var kind: FileKind
    var isLink: Bool
    var stamp: FileStamp
  }

  private(set) var entries: [Entry] = []
  private var names: [UInt8] = []

  /// Reads the folder at `path`; a link that leads nowhere is left out.
  ///
  /// A folder in it has a stamp only when `stampsFolders`: that costs a system call each.
  init(of path: String, stampsFolders: Bool, disk: Disk) throws(DiskError) {
    try disk.check(.list, path)
    guard let folder = unsafe opendir(path) else { throw DiskError(.list, path, code: errno) }
    defer { unsafe closedir(folder) }
    let descriptor = unsafe dirfd(folder)
    entries.reserveCapacity(64)
    names.reserveCapacity(1 << 11)
    errno = 0
    while let record = unsafe readdir(folder) {
      let type = unsafe record.pointee.d_type
      // Invariant: `d_name` of a record that readdir returned ends with a zero byte, and the record
      // stays valid until the next call for the same folder.
      unsafe withUnsafePointer(to: &record.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 1) { name in
          unsafe add(name, in: descriptor, isFolder: type == UInt8(DT_DIR) && !stampsFolders)
        }
      }
      errno = 0
    }
    if errno != 0 { throw DiskError(.list, path, code: errno) }
    sort()
  }

  /// The bytes of an entry's name.
  func name(of entry: Entry) -> ArraySlice<UInt8> {
    names[Int(entry.nameStart)..<(Int(entry.nameStart) + Int(entry.nameCount))]
  }
}

// MARK: - Reading

extension FolderScan {
  /// Adds the entry `name` of an open folder, but for `.`, `..` and what has gone.
  private mutating func add(
    _ name: UnsafePointer<CChar>, in folder: Int32, isFolder: Bool
  ) {
    if unsafe isSelfOrParent(name) { return }
    var entry = Entry(
      nameStart: UInt32(names.count), nameCount: 0, kind: .folder, isLink: false,
      stamp: .notAFile)
    if !isFolder {
      var status = stat()
      guard unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
      entry.isLink = status.st_mode & S_IFMT == S_IFLNK
      if entry.isLink, unsafe fstatat(folder, name, &status, 0) != 0 { return }
      entry.kind = FileKind(mode: status.st_mode)
      entry.stamp = FileStamp(status)
    }
    let count = unsafe strlen(name)
    entry.nameCount = UInt16(count)
    // Invariant: `strlen` counted the bytes before the zero byte.
    unsafe name.withMemoryRebound(to: UInt8.self, capacity: count) { start in
      unsafe names.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }
    entries.append(entry)
  }

  private mutating func sort() {
    unsafe names.withUnsafeBufferPointer { names in
      // Invariant: every entry names bytes of `names`.
      entries.sort { a, b in
        let shorter = min(a.nameCount, b.nameCount)
        guard let start = names.baseAddress else { return false }
        let order = unsafe memcmp(
          start + Int(a.nameStart), start + Int(b.nameStart), Int(shorter))
        return order == 0 ? a.nameCount < b.nameCount : order < 0
      }
    }
  }
}

private func isSelfOrParent(_ name: UnsafePointer<CChar>) -> Bool {
  let dot = CChar(bitPattern: UInt8(ascii: "."))
  guard unsafe name[0] == dot else { return false }
  return unsafe name[1] == 0 || (name[1] == dot && name[2] == 0)
}

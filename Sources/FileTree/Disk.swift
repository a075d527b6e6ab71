package import Bytes

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The one seam between Warta and the file system.
///
/// Every method takes an absolute path or one relative to the working directory, retries when a
/// signal interrupts it, and throws `DiskError`. Tests set `fault` to make an operation fail.
package struct Disk: Sendable {
  /// Answers the `errno` that an operation is to fail with; nothing lets it happen.
  package var fault: (@Sendable (DiskError.Operation, String) -> Int32?)?

  package init(fault: (@Sendable (DiskError.Operation, String) -> Int32?)? = nil) {
    self.fault = fault
  }

  func check(_ operation: DiskError.Operation, _ path: String) throws(DiskError) {
    if let code = fault?(operation, path) { throw DiskError(operation, path, code: code) }
  }
}

// MARK: - Reading

extension Disk {
  /// The largest file that is read into memory at once: 256 MiB.
  package static let largestFile: Int64 = 256 << 20

  /// The bytes of the file at `path`.
  package func read(_ path: String) throws(DiskError) -> [UInt8] {
    try check(.read, path)
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError(.read, path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw DiskError(.read, path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw DiskError(.read, path, code: EISDIR) }
    guard status.st_size <= Self.largestFile else { throw DiskError(.read, path, code: EFBIG) }
    return try bytes(of: descriptor, expecting: Int(status.st_size), path)
  }

  /// Reads one byte more than expected, so that a file that grew meanwhile is read to its end.
  private func bytes(
    of descriptor: Int32, expecting size: Int, _ path: String
  ) throws(DiskError) -> [UInt8] {
    var failure: Int32 = 0
    var room = size + 1
    var bytes: [UInt8] = []
    while failure == 0 {
      let have = bytes
      var isAtEnd = false
      bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        // Invariant: `have.count < room`, so the copy and each read stay inside the buffer.
        _ = unsafe buffer.update(fromContentsOf: have)
        count = have.count
        while count < room {
          let got = unsafe systemRead(
            descriptor, buffer.baseAddress?.advanced(by: count), room - count)
          if got >= 0 {
            count += got
            // What was expected is less than was asked for, so it is the end too.
            isAtEnd = got == 0 || count == size
          } else if errno != EINTR {
            failure = errno
          }
          if isAtEnd || failure != 0 { break }
        }
      }
      if isAtEnd { return bytes }
      room *= 2
    }
    throw DiskError(.read, path, code: failure)
  }

  /// The stamp of the file or folder at `path`, or nothing when there is none.
  package func stamp(of path: String) throws(DiskError) -> FileStamp? {
    try check(.inspect, path)
    var status = stat()
    if unsafe stat(path, &status) == 0 { return FileStamp(status) }
    let error = DiskError(.inspect, path, code: errno)
    if error.isMissing { return nil }
    throw error
  }

  /// What stands at `path`, not following a link at its end; nothing when there is nothing.
  package func kind(of path: String) throws(DiskError) -> FileKind? {
    var status = stat()
    if unsafe lstat(path, &status) == 0 { return FileKind(mode: status.st_mode) }
    let error = DiskError(.inspect, path, code: errno)
    if error.isMissing { return nil }
    throw error
  }

  /// The absolute path of `path` with all links followed, or nothing when it does not exist.
  package func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}

// MARK: - Writing

extension Disk {
  /// Writes `bytes` to a new file at `path`, or replaces what it holds.
  package func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(DiskError) {
    try check(.write, path)
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DiskError(.write, path, code: errno) }
    var written = 0
    var failure: Int32 = 0
    while written < bytes.count, failure == 0 {
      // Invariant: `written < bytes.count`, so the pointer stays inside the buffer.
      let count = unsafe systemWrite(
        descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if count >= 0 { written += count } else if errno != EINTR { failure = errno }
    }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw DiskError(.write, path, code: failure) }
  }

  /// Writes what `buffer` holds to a new file at `path`, or replaces what it holds.
  package func write(_ buffer: borrowing ByteBuffer, to path: String) throws(DiskError) {
    var failure: DiskError?
    unsafe buffer.withUnsafeBytes { bytes in
      do throws(DiskError) { try unsafe write(bytes, to: path) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Writes `bytes` to a new file at `path`, or replaces what it holds.
  package func write(_ bytes: [UInt8], to path: String) throws(DiskError) {
    var failure: DiskError?
    unsafe bytes.withUnsafeBufferPointer { buffer in
      do throws(DiskError) { try unsafe write(buffer, to: path) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Replaces the file at `path` at once: a reader sees the old bytes or the new ones.
  package func replace(_ path: String, with bytes: [UInt8]) throws(DiskError) {
    let temporary = path + ".tmp"
    try write(bytes, to: temporary)
    try rename(temporary, to: path)
  }

  /// Moves a file, replacing what stands at `destination`.
  package func rename(_ source: String, to destination: String) throws(DiskError) {
    try check(.rename, source)
    guard systemRename(source, destination) == 0 else {
      throw DiskError(.rename, destination, code: errno)
    }
  }

  /// Makes the folder at `path` and those above it; one that exists is fine.
  package func makeFolder(_ path: String) throws(DiskError) {
    try check(.makeFolder, path)
    if unsafe mkdir(path, 0o755) == 0 { return }
    let code = errno
    if code == EEXIST {
      var status = stat()
      if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
      throw DiskError(.makeFolder, path, code: ENOTDIR)
    }
    guard code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw DiskError(.makeFolder, path, code: code)
    }
    try makeFolder(String(path[..<slash]))
    if unsafe mkdir(path, 0o755) != 0, errno != EEXIST {
      throw DiskError(.makeFolder, path, code: errno)
    }
  }

  /// Removes the file at `path`; one that is gone already is fine.
  package func removeFile(_ path: String) throws(DiskError) {
    try check(.remove, path)
    if unsafe unlink(path) == 0 { return }
    let error = DiskError(.remove, path, code: errno)
    if !error.isMissing { throw error }
  }

  /// Removes the folder at `path` when it is empty, and says whether it did.
  @discardableResult
  package func removeEmptyFolder(_ path: String) throws(DiskError) -> Bool {
    try check(.remove, path)
    if unsafe rmdir(path) == 0 { return true }
    switch errno {
    case ENOTEMPTY, EEXIST, ENOENT, ENOTDIR, EBUSY: return false
    default: throw DiskError(.remove, path, code: errno)
    }
  }

  /// Removes the folder at `path` with all that is in it, following no links.
  package func removeTree(_ path: String) throws(DiskError) {
    guard try kind(of: path) == .folder else { return try removeFile(path) }
    for entry in try FolderListing(of: path, disk: self).entries {
      try removeTree(path + "/" + entry.name)
    }
    try removeEmptyFolder(path)
  }
}

// `Disk` has methods of these names.
func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  guard let bytes = unsafe bytes else { return 0 }
  return unsafe read(descriptor, bytes, count)
}

func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  guard let bytes = unsafe bytes else { return 0 }
  return unsafe write(descriptor, bytes, count)
}

private func systemRename(_ source: String, _ destination: String) -> Int32 {
  unsafe rename(source, destination)
}

extension FileStamp {
  init(_ status: stat) {
    func nanoseconds(_ time: timespec) -> Int64 {
      Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
    self.init(
      size: Int64(status.st_size), modified: nanoseconds(status.modificationTime),
      changed: nanoseconds(status.statusChangeTime), inode: UInt64(status.st_ino))
  }
}

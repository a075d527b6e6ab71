package import Bytes

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A folder that is kept open, so that work on thousands of files below it costs one system call
/// each and no text.
///
/// Paths are relative to the folder, without a zero byte. It is a class, because workers share the
/// open folder and the last one closes it.
package final class OpenFolder: Sendable {
  /// The path by which the folder was opened.
  package let path: String
  private let descriptor: Int32
  private let disk: Disk

  /// Opens the folder at `path`.
  package init(_ path: String, disk: Disk) throws(DiskError) {
    try disk.check(.list, path)
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError(.list, path, code: errno) }
    self.path = path
    self.disk = disk
  }

  private init(_ path: String, descriptor: Int32, disk: Disk) {
    self.path = path
    self.descriptor = descriptor
    self.disk = disk
  }

  deinit {
    close(descriptor)
  }

  /// Opens the folder at `path`, which is below this one; nothing when that is not possible.
  package func folder(at path: ByteView) -> OpenFolder? {
    let folder = unsafe withTerminated(path) { path in
      unsafe openat(descriptor, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard folder >= 0 else { return nil }
    return OpenFolder(self.path + "/" + path.string, descriptor: folder, disk: disk)
  }

  /// Lets tests make an operation fail; the path is spelled for them alone.
  private func check(_ operation: DiskError.Operation, _ path: ByteView) throws(DiskError) {
    if disk.fault != nil { try disk.check(operation, self.path + "/" + path.string) }
  }

  private func error(_ operation: DiskError.Operation, _ path: ByteView) -> DiskError {
    let code = errno
    return DiskError(operation, self.path + "/" + path.string, code: code)
  }
}

// MARK: - Reading

extension OpenFolder {
  /// The stamp of the file at `path`, no link followed at its end; `missing` or `notAFile` where
  /// there is none.
  package func stamp(of path: ByteView) throws(DiskError) -> FileStamp {
    try check(.inspect, path)
    var status = stat()
    let result = unsafe withTerminated(path) { path in
      unsafe fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW)
    }
    if result == 0 { return status.st_mode & S_IFMT == S_IFREG ? FileStamp(status) : .notAFile }
    let error = error(.inspect, path)
    if error.isMissing { return .missing }
    throw error
  }

  /// What stands at `path`, no link followed at its end; nothing when there is nothing.
  package func kind(of path: ByteView) throws(DiskError) -> FileKind? {
    try check(.inspect, path)
    var status = stat()
    let result = unsafe withTerminated(path) { path in
      unsafe fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW)
    }
    if result == 0 { return FileKind(mode: status.st_mode) }
    let error = error(.inspect, path)
    if error.isMissing { return nil }
    throw error
  }

  /// Appends what the file at `path` holds to `buffer`, and answers the stamp that it had before.
  ///
  /// A link at its end is followed when `followsLink`, and refused otherwise.
  @discardableResult
  package func read(
    _ path: ByteView, into buffer: inout ByteBuffer, followsLink: Bool = true
  ) throws(DiskError) -> FileStamp {
    try check(.read, path)
    let flags = O_RDONLY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
    let file = unsafe withTerminated(path) { path in unsafe openat(descriptor, path, flags) }
    guard file >= 0 else { throw error(.read, path) }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw error(.read, path) }
    errno = status.st_mode & S_IFMT == S_IFREG ? 0 : EISDIR
    if status.st_size > Disk.largestFile { errno = EFBIG }
    guard errno == 0, append(file, expecting: Int(status.st_size), to: &buffer) else {
      throw error(.read, path)
    }
    return FileStamp(status)
  }

  /// Reads one byte more than expected, so that a file that grew meanwhile is read to its end.
  private func append(
    _ file: Int32, expecting size: Int, to buffer: inout ByteBuffer
  ) -> Bool {
    var room = size + 1
    while true {
      var got = 0
      unsafe buffer.append(upTo: room) { start in
        got = unsafe systemRead(file, start, room)
        return max(0, got)
      }
      if got == 0 { return true }
      if got < 0, errno != EINTR { return false }
      room = room > got ? room - max(0, got) : 1 << 12
    }
  }
}

// MARK: - Writing

extension OpenFolder {
  /// Writes what `buffer` holds to a new file at `path`, or replaces what it holds; answers the
  /// stamp that the file got.
  @discardableResult
  package func write(
    _ buffer: borrowing ByteBuffer, to path: ByteView
  ) throws(DiskError) -> FileStamp {
    try check(.write, path)
    let file = unsafe withTerminated(path) { path in
      unsafe openat(descriptor, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    guard file >= 0 else { throw error(.write, path) }
    let isWritten = unsafe buffer.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        // Invariant: `written < bytes.count`, so the pointer stays inside the buffer.
        let count = unsafe systemWrite(
          file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if count < 0, errno != EINTR { return false }
        written += max(0, count)
      }
      return true
    }
    var status = stat()
    let isStamped = unsafe isWritten && fstat(file, &status) == 0
    let failure = isStamped ? 0 : errno
    if close(file) != 0 || failure != 0 {
      if failure != 0 { errno = failure }
      throw error(.write, path)
    }
    return FileStamp(status)
  }

  /// Makes the folder at `path` and those above it; one that exists is fine.
  package func makeFolder(_ path: ByteView) throws(DiskError) {
    guard !path.isEmpty else { return }
    try check(.makeFolder, path)
    if make(path) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: UInt8(ascii: "/")) else {
      throw error(.makeFolder, path)
    }
    try makeFolder(path.slice(0..<slash))
    if make(path) != 0, errno != EEXIST { throw error(.makeFolder, path) }
  }

  private func make(_ path: ByteView) -> Int32 {
    unsafe withTerminated(path) { path in unsafe mkdirat(descriptor, path, 0o755) }
  }

  /// Moves a file or folder below this one to another place below it, replacing a file there.
  package func rename(_ source: ByteView, to destination: ByteView) throws(DiskError) {
    try check(.rename, source)
    let result = unsafe withTerminated(source) { source in
      unsafe withTerminated(destination) { destination in
        unsafe renameat(descriptor, source, descriptor, destination)
      }
    }
    guard result == 0 else { throw error(.rename, destination) }
  }

  /// Removes the file at `path`; one that is gone already is fine.
  package func removeFile(_ path: ByteView) throws(DiskError) {
    try check(.remove, path)
    let result = unsafe withTerminated(path) { path in unsafe unlinkat(descriptor, path, 0) }
    if result == 0 { return }
    let error = error(.remove, path)
    if !error.isMissing { throw error }
  }

  /// Removes the folder at `path` when it is empty, and says whether it did.
  @discardableResult
  package func removeEmptyFolder(_ path: ByteView) throws(DiskError) -> Bool {
    try check(.remove, path)
    let result = unsafe withTerminated(path) { path in
      unsafe unlinkat(descriptor, path, AT_REMOVEDIR)
    }
    if result == 0 { return true }
    switch errno {
    case ENOTEMPTY, EEXIST, ENOENT, ENOTDIR, EBUSY: return false
    default: throw error(.remove, path)
    }
  }
}

/// Lends the path with a zero byte at its end, on the stack.
private func withTerminated<Result>(
  _ path: ByteView, _ body: (UnsafePointer<CChar>) -> Result
) -> Result {
  unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: path.count + 1) { room in
    // Invariant: the room holds the path and one byte more.
    _ = unsafe room.update(fromContentsOf: path.buffer)
    unsafe room[path.count] = 0
    return unsafe room.withMemoryRebound(to: CChar.self) { name in
      // A buffer of at least one byte has an address.
      unsafe body(UnsafePointer(name.baseAddress.unsafelyUnwrapped))
    }
  }
}

package import Bytes

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Disk {
  /// The bytes of the file at `path` as the system maps them: nothing is copied.
  ///
  /// Only for files that are replaced as a whole and never cut in place, such as Warta's own: a
  /// page that vanishes under a mapping would end the process.
  package func map(_ path: String) throws(DiskError) -> FrozenBytes {
    try check(.read, path)
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError(.read, path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw DiskError(.read, path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw DiskError(.read, path, code: EISDIR) }
    let count = Int(status.st_size)
    // An empty file cannot be mapped.
    guard count > 0 else { return FrozenBytes(joining: []) }
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw DiskError(.read, path, code: errno)
    }
    // The mapping is private, read-only and given back by its owner alone.
    return unsafe FrozenBytes(
      owning: UnsafePointer(address.assumingMemoryBound(to: UInt8.self)), count: count,
      release: { start, count in unsafe munmap(UnsafeMutableRawPointer(mutating: start), count) },
      drop: { start, count in unsafe Self.drop(UnsafeRawPointer(start), count) })
  }

  /// Takes the pages that lie whole in some bytes of a mapping from memory; they are read from the
  /// file again when somebody asks for them.
  private static func drop(_ start: UnsafeRawPointer, _ count: Int) {
    let page = UInt(getpagesize())
    let first = (UInt(bitPattern: start) + page - 1) / page * page
    let end = (UInt(bitPattern: start) + UInt(count)) / page * page
    guard first < end else { return }
    // The mapping is private and nobody writes to it, so what comes back is what was there.
    unsafe madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_DONTNEED)
  }
}

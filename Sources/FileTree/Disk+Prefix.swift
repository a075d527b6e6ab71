#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Disk {
  /// The first bytes of the file at `path`, at most `limit` of them.
  package func read(_ path: String, limit: Int) throws(DiskError) -> [UInt8] {
    try check(.read, path)
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError(.read, path, code: errno) }
    defer { close(descriptor) }
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      // Invariant: `count < limit`, so every read stays inside the buffer.
      count = 0
      while count < limit {
        let got = unsafe systemRead(
          descriptor, buffer.baseAddress?.advanced(by: count), limit - count)
        if got > 0 { count += got }
        if got < 0, errno != EINTR { failure = errno }
        if got == 0 || failure != 0 { break }
      }
    }
    if failure != 0 { throw DiskError(.read, path, code: failure) }
    return bytes
  }
}

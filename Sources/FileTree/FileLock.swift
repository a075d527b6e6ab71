#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An advisory lock on a file, held until the value goes away; the system frees it when the process
/// dies, however it dies.
package struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock at `path`, making the file; nothing when another process holds it and
  /// `waits` is false.
  package init?(at path: String, waits: Bool) throws(DiskError) {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DiskError(.lock, path, code: errno) }
    while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw DiskError(.lock, path, code: code)
    }
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}

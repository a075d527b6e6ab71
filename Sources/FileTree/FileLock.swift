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
    while true {
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw DiskError(.lock, path, code: errno) }
      while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
        let code = errno
        if code == EINTR { continue }
        close(descriptor)
        if code == EWOULDBLOCK { return nil }
        throw DiskError(.lock, path, code: code)
      }
      if Self.isInPlace(descriptor, path) {
        self.descriptor = descriptor
        return
      }
      // The holder before removed the file: who comes next would lock another one.
      close(descriptor)
    }
  }

  deinit {
    close(descriptor)
  }

  /// Whether the open file is the one at `path`.
  private static func isInPlace(_ descriptor: Int32, _ path: String) -> Bool {
    var own = stat()
    var there = stat()
    guard unsafe fstat(descriptor, &own) == 0, unsafe stat(path, &there) == 0 else { return false }
    return own.st_ino == there.st_ino && own.st_dev == there.st_dev
  }
}

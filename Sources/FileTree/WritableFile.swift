package import Bytes

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An open file that several threads may write to, each to places of its own.
package final class WritableFile: Sendable {
  private let descriptor: Int32
  /// What errors name.
  private let path: String

  /// Opens an empty file at `temporary` that will stand at `path`.
  init(at temporary: String, for path: String) throws(DiskError) {
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DiskError(.write, path, code: errno) }
    self.descriptor = descriptor
    self.path = path
  }

  /// Writes what `buffer` holds to the place that begins at `offset`.
  package func write(_ buffer: borrowing ByteBuffer, at offset: Int) throws(DiskError) {
    try buffer.withView { view throws(DiskError) in try write(view, at: offset) }
  }

  /// Writes the bytes that `view` shows to the place that begins at `offset`.
  package func write(_ view: ByteView, at offset: Int) throws(DiskError) {
    let bytes = unsafe view.buffer
    var done = 0
    while done < bytes.count {
      // Invariant: `done < bytes.count`, so the pointer stays inside the buffer.
      let written = unsafe pwrite(
        descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done,
        off_t(offset + done))
      if written < 0, errno != EINTR { throw DiskError(.write, path, code: errno) }
      done += max(0, written)
    }
  }

  deinit {
    close(descriptor)
  }
}

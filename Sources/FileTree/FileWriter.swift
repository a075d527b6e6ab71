package import Bytes

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Writes a file piece by piece and puts it in place at once: a reader sees the old file or the
/// new one.
///
/// Without `commit` nothing changes.
package struct FileWriter: ~Copyable {
  private let disk: Disk
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var isCommitted = false
  /// Bytes written so far.
  package private(set) var count: Int = 0

  /// Starts to write what will stand at `path`; until then it stands at `temporary`, which is beside
  /// it when nothing is said.
  package init(
    replacing path: String, through temporary: String? = nil, disk: Disk
  ) throws(DiskError) {
    try disk.check(.write, path)
    let temporary = temporary ?? path + ".tmp"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DiskError(.write, path, code: errno) }
    self.disk = disk
    self.path = path
    self.temporary = temporary
    self.descriptor = descriptor
  }

  /// Appends what `buffer` holds.
  package mutating func append(_ buffer: borrowing ByteBuffer) throws(DiskError) {
    var failure: DiskError?
    unsafe buffer.withUnsafeBytes { bytes in
      do throws(DiskError) { try unsafe write(bytes, at: count) } catch { failure = error }
    }
    if let failure { throw failure }
    count += buffer.count
  }

  /// Appends the bytes that `view` shows.
  package mutating func append(_ view: ByteView) throws(DiskError) {
    try unsafe write(view.buffer, at: count)
    count += view.count
  }

  /// Overwrites the beginning with `bytes` and puts the file in place.
  package consuming func commit(beginning bytes: [UInt8]) throws(DiskError) {
    var failure: DiskError?
    unsafe bytes.withUnsafeBufferPointer { buffer in
      do throws(DiskError) { try unsafe write(buffer, at: 0) } catch { failure = error }
    }
    if let failure { throw failure }
    try disk.rename(temporary, to: path)
    isCommitted = true
  }

  private func write(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) throws(DiskError) {
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
    if !isCommitted { try? disk.removeFile(temporary) }
  }
}

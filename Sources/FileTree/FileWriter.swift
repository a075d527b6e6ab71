package import Bytes

/// Writes a file piece by piece and puts it in place at once: a reader sees the old file or the
/// new one.
///
/// Without `commit` nothing changes.
package struct FileWriter: ~Copyable {
  /// What is being written.
  package let file: WritableFile
  private let disk: Disk
  private let path: String
  private let temporary: String
  private var isCommitted = false
  /// Bytes appended so far.
  private var count: Int = 0

  /// Starts to write what will stand at `path`; until then it stands at `temporary`, which is beside
  /// it when nothing is said.
  package init(
    replacing path: String, through temporary: String? = nil, disk: Disk
  ) throws(DiskError) {
    try disk.check(.write, path)
    let temporary = temporary ?? path + ".tmp"
    file = try WritableFile(at: temporary, for: path)
    self.disk = disk
    self.path = path
    self.temporary = temporary
  }

  /// Appends what `buffer` holds.
  package mutating func append(_ buffer: borrowing ByteBuffer) throws(DiskError) {
    try file.write(buffer, at: count)
    count += buffer.count
  }

  /// Appends the bytes that `view` shows.
  package mutating func append(_ view: ByteView) throws(DiskError) {
    try file.write(view, at: count)
    count += view.count
  }

  /// Puts the file in place.
  package consuming func commit() throws(DiskError) {
    try disk.rename(temporary, to: path)
    isCommitted = true
  }

  deinit {
    if !isCommitted { try? disk.removeFile(temporary) }
  }
}

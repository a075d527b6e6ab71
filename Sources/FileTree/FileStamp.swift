/// What the disk says of a file without reading it.
///
/// Equal stamps mean equal bytes only when the stamp was settled when it was taken: older than a
/// tick of the file system. `DiskClock` tells; what is not settled is remembered as `unknown`.
package struct FileStamp: Hashable, Sendable {
  /// Bytes in the file; negative when there is no stamp.
  package var size: Int64
  /// Nanoseconds since 1970, UTC.
  package var modified: Int64
  /// Nanoseconds since 1970, UTC: moves when the content or the metadata changes, and unlike
  /// `modified` no program sets it back.
  package var changed: Int64
  package var inode: UInt64

  package init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }
}

// MARK: - No stamp

extension FileStamp {
  /// There is nothing at the path.
  package static let missing = FileStamp(none: -1)
  /// There is a folder, a link or a device at the path.
  package static let notAFile = FileStamp(none: -2)
  /// Nobody looked, or what was seen cannot be trusted: the file is to be read.
  package static let unknown = FileStamp(none: -3)

  private init(none size: Int64) {
    self.init(size: size, modified: 0, changed: 0, inode: 0)
  }

  /// Whether this is the stamp of a file.
  package var isKnown: Bool { size >= 0 }
}

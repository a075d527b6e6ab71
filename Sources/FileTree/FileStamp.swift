/// What the disk says of a file without reading it.
///
/// Equal stamps mean equal bytes only when the stamp was older than a tick of the file system when
/// it was taken; `isSettled(at:)` says so.
package struct FileStamp: Hashable, Sendable {
  /// Bytes in the file.
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

  /// The coarsest tick of the file systems that sites live on (FAT and some network mounts: 2 s).
  package static let tick: Int64 = 2_000_000_000

  /// Whether a later write would surely have left another stamp, for a stamp taken at `instant`
  /// (nanoseconds since 1970, by the disk's clock).
  package func isSettled(at instant: Int64) -> Bool {
    max(modified, changed) < instant - Self.tick
  }
}

package import Bytes

/// Files below a folder that are asked for in an order in which neighbours lie near each other.
///
/// Most pages are the only file of a folder, and hundreds of such folders lie in one. That one is
/// kept open, so that the system walks the last two names of a path and not all of it.
package struct NearbyFiles: ~Copyable {
  private let base: OpenFolder
  /// The folder that the last file lay near, and its path below `base` with a slash at its end;
  /// `base` itself and no path at first.
  private var near: OpenFolder
  private var prefix = ByteBuffer(capacity: 256)
  /// The folder that was made last.
  private var made = ByteBuffer(capacity: 256)

  /// Files below `folder`.
  package init(below folder: OpenFolder) {
    base = folder
    near = folder
  }

  /// The stamp of the file at `path`; see `OpenFolder.stamp(of:)`.
  package mutating func stamp(of path: ByteView) throws(DiskError) -> FileStamp {
    let name = approach(path)
    return try near.stamp(of: name)
  }

  /// Writes what `buffer` holds to a new file at `path`, or replaces what it holds, in a folder that
  /// is made when it is not there; answers the stamp that the file got.
  package mutating func write(
    _ buffer: borrowing ByteBuffer, to path: ByteView
  ) throws(DiskError) -> FileStamp {
    let name = approach(path)
    let folder = path.folder
    if !made.withView({ $0 == folder }) {
      // Made before it is missed, because most pages have a folder of their own.
      try near.makeFolder(name.folder)
      made.removeAll()
      made.append(folder)
    }
    return try near.write(buffer, to: name)
  }

  /// Opens the folder near a file; answers the path from there.
  ///
  /// Where there is no such folder, the way from `base` says what is wrong.
  private mutating func approach(_ path: ByteView) -> ByteView {
    let isNear = prefix.withView { prefix in
      !prefix.isEmpty && path.count > prefix.count && path.slice(0..<prefix.count) == prefix
    }
    if isNear { return path.slice(prefix.count..<path.count) }
    prefix.removeAll()
    near = base
    let folder = path.folder.folder
    guard !folder.isEmpty, let opened = base.folder(at: folder) else { return path }
    near = opened
    prefix.append(folder)
    prefix.append("/")
    return path.slice(prefix.count..<path.count)
  }
}

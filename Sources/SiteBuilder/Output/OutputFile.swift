package import Bytes
package import FileTree
package import SiteModel

/// The files that the output folder is to hold, numbered from 0.
package protocol OutputListing: Sendable {
  var count: Int { get }
  /// The path below the output folder; the view is valid as long as the listing.
  func path(of number: Int) -> ByteView
  func kind(of number: Int) -> RouteKind
  /// The source of a story's page.
  func source(of number: Int) -> ByteView?
}

/// What became of one file of the output in this build.
package struct OutputFile: Hashable, Sendable {
  package enum State: UInt8, Sendable {
    /// The file was not made: it is not part of the output.
    case none
    /// The file in place holds the right bytes.
    case unchanged
    /// Other bytes wait in the stage for the commit, or have been moved into place by it.
    case changed
    /// The same where the last build wrote no such file.
    case new
  }

  /// What stands at the path before the commit.
  enum Place: UInt8, Sendable {
    case nothing, file
    /// A folder, a link or a device.
    case other
  }

  package var state: State
  var place = Place.file
  /// The row of the last build's manifest that may be the file's, so that nobody has to search.
  var row: UInt32?
  package var hash: Fingerprint
  /// Bytes.
  package var size: Int
  /// The stamp of the file in place; while the file is staged, of the staged file.
  package var stamp: FileStamp

  package init(state: State, hash: Fingerprint, size: Int, stamp: FileStamp) {
    self.state = state
    self.hash = hash
    self.size = size
    self.stamp = stamp
  }

  /// A file that was not made.
  package static let none = OutputFile(state: .none, hash: .absent, size: 0, stamp: .unknown)

  /// What a stamp says of its place.
  static func place(_ stamp: FileStamp) -> Place {
    switch stamp {
    case .missing: .nothing
    case .notAFile: .other
    default: .file
    }
  }

  /// Whether the commit moves or has moved it into place.
  package var isWritten: Bool { state == .changed || state == .new }
}

/// What an earlier build wrote to a path, and the stamp that the file had afterwards.
package struct RememberedFile: Hashable, Sendable {
  package var hash: Fingerprint
  /// `unknown` when it could not be trusted.
  package var stamp: FileStamp

  package init(hash: Fingerprint, stamp: FileStamp) {
    self.hash = hash
    self.stamp = stamp
  }
}

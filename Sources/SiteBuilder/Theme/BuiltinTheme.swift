package import Bytes
internal import CTheme

/// The theme that is embedded in the program: the files of the repository's `Templates/`.
package enum BuiltinTheme {
  /// One file.
  package struct File: Sendable {
    /// The path below `Templates/`.
    package var path: String
    package var bytes: ByteView
  }

  /// All files, sorted by path.
  package static let files: [File] = (0..<theme_file_count()).map { index in
    // `index` is below the count, and what the table points to lives as long as the program.
    let file = unsafe theme_file_at(index)
    return unsafe File(
      path: String(cString: file.path), bytes: ByteView(start: file.bytes, count: file.count))
  }
}

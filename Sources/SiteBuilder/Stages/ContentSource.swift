package import Bytes
package import Diagnostics
package import FileTree

/// A content file as every stage reads it: its text checked, without marks of direction that are
/// taken out.
package struct ContentSource: Sendable {
  package let path: String
  package let bytes: [UInt8]
  package let diagnostics: [Diagnostic]
  /// The fingerprint of the bytes as they are on the disk; absent when they cannot be read or were
  /// not to be hashed.
  package let fingerprint: Fingerprint

  /// The largest file of text that is read: 16 MiB.
  package static let largest = 16 << 20

  /// Reads the file at `path`, relative to `root`; an unreadable or broken text has no bytes.
  package init(_ path: String, root: String, disk: Disk, isHashed: Bool = true) {
    self.path = path
    do throws(DiskError) {
      let raw = try disk.read(root + "/" + path)
      fingerprint = isHashed ? Fingerprint(of: raw) : .absent
      (bytes, diagnostics) = Self.checked(raw, path)
    } catch {
      bytes = []
      fingerprint = .absent
      var diagnostic = error.diagnostic
      diagnostic.location = SourceLocation(file: path)
      diagnostics = [diagnostic]
    }
  }

  /// Whether the text can be used.
  package var isUsable: Bool { !diagnostics.contains { $0.severity == .error } }

  private static func checked(_ raw: [UInt8], _ path: String) -> ([UInt8], [Diagnostic]) {
    guard raw.count <= largest else {
      return ([], [ContentMessages.tooLarge(path, limit: largest)])
    }
    let problems = TextCheck.problems(in: raw.span)
    guard !problems.isEmpty else { return (raw, []) }
    if raw.prefix(8_000).contains(0) { return ([], [ContentMessages.binary(path)]) }
    let diagnostics = problems.map { ContentMessages.words($0, in: path) }
    return (TextCheck.withoutEmbeddings(raw.span), diagnostics)
  }
}

package import Diagnostics

/// A row of the URL ledger, `Content/urls/<year>.tsv`: a path that was published once.
///
/// Three fields with tabs between them: the path below the site's root, the `id` of the story or
/// its source path below `Content/`, and `live` or `gone`. Rows are sorted by path, so that two
/// people's additions merge.
package struct LedgerRow: Hashable, Sendable {
  /// Absolute: `/iran/2024/09/slug/`.
  package var path: String
  /// The id of the story, or its source path.
  package var story: String
  /// Whether the path was given up for good, so that it redirects nowhere.
  package var isGone: Bool
  package var location: SourceLocation

  package init(path: String, story: String, isGone: Bool, location: SourceLocation) {
    self.path = path
    self.story = story
    self.isGone = isGone
    self.location = location
  }
}

extension LedgerRow {
  /// Reads the ledger in `bytes`; lines that begin with `#` are comments.
  package static func read(
    _ bytes: [UInt8], file: String
  ) -> (rows: [LedgerRow], diagnostics: [Diagnostic]) {
    var rows: [LedgerRow] = []
    var diagnostics: [Diagnostic] = []
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let range = start..<(start + line.count)
      start = range.upperBound + 1
      let text = String(decoding: line, as: UTF8.self)
      if text.isEmpty || text.hasPrefix("#") { continue }
      let location = SourceLocation(file: file, range: range)
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 3, fields[0].hasPrefix("/"), !fields[1].isEmpty,
        fields[2] == "live" || fields[2] == "gone"
      else {
        diagnostics.append(IndexProblem.badLedgerRow(at: location).words)
        continue
      }
      rows.append(
        LedgerRow(
          path: fields[0], story: fields[1], isGone: fields[2] == "gone", location: location))
    }
    return (rows, diagnostics)
  }
}

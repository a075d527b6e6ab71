package import Bytes
package import Diagnostics
package import FrontMatter
package import SiteModel

/// Everything that Load made of the files: what Index and Render work with.
package struct LoadedSite: Sendable {
  package var contents: SiteContents
  package var theme: ThemeFiles
  package var strings: StringTable
  package var assets: AssetTable
  package var pictures: PictureTable
  /// Files of `Content/static/`, to be copied.
  package var staticFiles: [SiteFile]
  /// `data.<name>`, sorted by name.
  package var data: [DataFile]
  /// Curated fronts by edition.
  package var fronts: [Int: FrontRecord]
  /// The paths that were published once.
  package var ledger: [LedgerRow]
  package var layout: ContentLayout
  /// What is known of the source files, for the next build.
  var sources: SourceLog
  /// The files of stories that could not be used, which links to them are not blamed for.
  package var brokenStories: Set<String>
  /// What the files hold that are not stories.
  package var files: FileTable
}

/// The fingerprints of the bytes of files, by path.
package struct FileTable: Sendable {
  private var table = FingerprintTable()

  package init() {}

  /// Notes what the file at `path` holds.
  package mutating func note(_ path: String, _ fingerprint: Fingerprint) {
    // The fingerprint of what exists is never that of what does not.
    table[Fingerprint.identity(of: path)] = fingerprint.low | 1
  }

  /// The fingerprint of a file by the identity of its path; 0 when there is no such file.
  package func fingerprint(of identity: UInt64) -> UInt64 { table[identity] }
}

/// A file of `Content/data/`.
package struct DataFile: Sendable {
  package var name: String
  package var path: String
  package var value: DataValue
}

/// What Load answers: a site, or nothing when its settings cannot be used.
package struct LoadResult: Sendable {
  package var site: LoadedSite?
  package var diagnostics: [Diagnostic]
  /// Whether the errors are in the settings, which has an exit code of its own.
  package var hasBrokenSettings: Bool
}

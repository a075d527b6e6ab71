package import Bytes
internal import FileTree

/// How the output of a build differs from that of the build before: `--changes`.
package struct OutputChanges: Sendable {
  /// Numbers of files.
  private let added: [UInt32]
  /// Numbers of files.
  private let changed: [UInt32]
  /// Rows of the old manifest.
  private let removed: [UInt32]
  private let old: Manifest

  /// No difference.
  package init() {
    (added, changed, removed, old) = ([], [], [], Manifest())
  }

  init<Listing: OutputListing>(_ update: ManifestUpdate<Listing>, _ old: Manifest) {
    added = update.added
    changed = update.changed
    removed = update.removed
    self.old = old
  }

  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}

// MARK: - JSON

extension OutputChanges {
  /// The changes as JSON: three lists of `{"url": …, "hash": …}`, each sorted by URL.
  ///
  /// A URL is root-relative, with the path of the base URL, as it is printed in pages; the hash of a
  /// removed file is the one that it had.
  package func json(
    _ files: [OutputFile], of listing: some OutputListing, basePath: String
  ) -> ByteBuffer {
    var text = ByteBuffer(capacity: 256 + (added.count + changed.count + removed.count) * 128)
    func entries(_ numbers: [UInt32]) -> [Entry] {
      numbers.map {
        Entry(listing.path(of: Int($0)), files[Int($0)].hash, basePath: basePath)
      }
    }
    text.append("{\"added\":")
    Self.append(entries(added), to: &text)
    text.append(",\n\"changed\":")
    Self.append(entries(changed), to: &text)
    text.append(",\n\"removed\":")
    let removed = removed.map {
      Entry(old.path(Int($0)), old.hash(Int($0)) ?? .absent, basePath: basePath)
    }
    Self.append(removed, to: &text)
    text.append("}\n")
    return text
  }

  private struct Entry {
    var url: String
    var hash: Fingerprint

    init(_ path: ByteView, _ hash: Fingerprint, basePath: String) {
      var url = ByteBuffer(capacity: 256)
      url.append(percentEncodedPath: basePath + "/")
      url.append(percentEncodedPath: path.withoutIndexName)
      self.url = url.string()
      self.hash = hash
    }
  }

  private static func append(_ entries: [Entry], to text: inout ByteBuffer) {
    let sorted = entries.sorted { $0.url.utf8.lexicographicallyPrecedes($1.url.utf8) }
    text.append("[")
    for (number, entry) in sorted.enumerated() {
      // Percent-encoding leaves no byte that JSON would have to escape.
      text.append(number == 0 ? "\n{\"url\":\"" : ",\n{\"url\":\"")
      text.append(entry.url)
      text.append("\",\"hash\":\"")
      text.append(hexadecimal: entry.hash)
      text.append("\"}")
    }
    text.append("]")
  }
}

extension ByteView {
  /// The path of a page without `index.html`.
  fileprivate var withoutIndexName: ByteView {
    let folder = self.folder
    let start = folder.isEmpty ? 0 : folder.count + 1
    return slice(start..<count) == ByteView("index.html") ? slice(0..<start) : self
  }
}

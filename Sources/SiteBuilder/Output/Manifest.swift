package import Bytes

/// The list of the files that Warta wrote into an output folder: `.warta-manifest`.
///
/// It lies beside the files, holds public facts only, and is the same bytes for the same site.
/// One line a file: path, size, hash, kind and, for a story, its source; tab-separated and sorted
/// by the bytes of the path. The first line names the format, the second the options of the build.
package struct Manifest: Hashable, Sendable {
  /// A file that Warta wrote.
  package struct Entry: Hashable, Sendable {
    /// The path below the output folder.
    package var path: String
    /// Bytes.
    package var size: Int
    package var hash: Fingerprint
    package var kind: String
    /// The source of a story's page.
    package var source: String?

    package init(path: String, size: Int, hash: Fingerprint, kind: String, source: String?) {
      self.path = path
      self.size = size
      self.hash = hash
      self.kind = kind
      self.source = source
    }
  }

  /// The options that show what is not public: `drafts future`; empty for what may be published.
  package var options: String
  /// Sorted by the bytes of their paths.
  package private(set) var entries: [Entry]

  package init(options: String = "", entries: [Entry] = []) {
    self.options = options
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The name of the file in the output folder.
  package static let fileName = ".warta-manifest"
  private static let header = "warta-manifest 1"

  /// The entries by path.
  package var byPath: [String: Entry] {
    Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

// MARK: - Text form

extension Manifest {
  /// The bytes of the file.
  package var encoded: [UInt8] {
    var text = ByteBuffer(capacity: 1 << 16)
    text.append(Self.header)
    text.append("\noptions\t")
    text.append(options)
    text.append("\n")
    for entry in entries {
      text.append(entry.path)
      text.append("\t")
      text.append(decimal: entry.size)
      text.append("\t")
      text.append(entry.hash.hexadecimal)
      text.append("\t")
      text.append(entry.kind)
      text.append("\t")
      text.append(entry.source ?? "-")
      text.append("\n")
    }
    return text.bytes()
  }

  /// Reads a manifest; nothing when the bytes are not one.
  ///
  /// A path that could leave the folder is no path that Warta wrote, so it makes the whole file
  /// untrustworthy.
  package init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: 0x0A).makeIterator()
    guard let header = lines.next(), header.elementsEqual(Self.header.utf8),
      let options = lines.next(), options.starts(with: "options\t".utf8)
    else { return nil }
    self.options = String(decoding: options.dropFirst("options\t".utf8.count), as: UTF8.self)
    entries = []
    while let line = lines.next() {
      guard let entry = Entry(line) else { return nil }
      entries.append(entry)
    }
  }
}

extension Manifest.Entry {
  fileprivate init?(_ line: ArraySlice<UInt8>) {
    let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard fields.count == 5 else { return nil }
    let texts = fields.map { String(decoding: $0, as: UTF8.self) }
    let components = texts[0].split(separator: "/", omittingEmptySubsequences: false)
    guard !components.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }),
      let size = Int(texts[1]), let hash = Fingerprint(hexadecimal: texts[2])
    else { return nil }
    self.init(
      path: texts[0], size: size, hash: hash, kind: texts[3],
      source: texts[4] == "-" ? nil : texts[4])
  }
}

package import Bytes

/// The list of the files that Warta wrote into an output folder: `.warta-manifest`.
///
/// It lies beside the files, holds public facts only, and is the same bytes for the same site.
/// One line a file: path, size, hash, kind and, for a story, its source; tab-separated and sorted
/// by the bytes of the path. The first line names the format, the second the options of the build.
/// The file is read in place: a row is where its line begins and how long its path is.
package struct Manifest: Sendable {
  private struct Row: Sendable {
    var start: UInt32
    var pathCount: UInt16
    /// Without the line break.
    var count: UInt16
  }

  private let bytes: FrozenBytes
  /// Sorted by the bytes of their paths, as the lines are.
  private let rows: [Row]
  /// The options that show what is not public: `drafts future`; empty for what may be published.
  package let options: String

  /// No files.
  package init() {
    bytes = FrozenBytes(joining: [])
    rows = []
    options = ""
  }

  /// The name of the file in the output folder.
  package static let fileName: StaticString = ".warta-manifest"
  /// The name under which a commit announces what it is about to write.
  static let nextName: StaticString = ".warta-manifest.next"
  static let header: StaticString = "warta-manifest 1"
}

extension Manifest {
  /// The number of files.
  package var count: Int { rows.count }

  /// The bytes of the file.
  package var view: ByteView { bytes.view }

  /// The path of a file below the output folder.
  package func path(_ row: Int) -> ByteView {
    let row = rows[row]
    return bytes.view.slice(Int(row.start)..<(Int(row.start) + Int(row.pathCount)))
  }

  /// The line of a file without its end.
  func line(_ row: Int) -> ByteView {
    let row = rows[row]
    return bytes.view.slice(Int(row.start)..<(Int(row.start) + Int(row.count)))
  }

  /// The lines of some files that follow each other, each with its end.
  func lines(_ rows: Range<Int>) -> ByteView {
    guard let first = rows.first, let last = rows.last else { return .empty }
    let end = Int(self.rows[last].start) + Int(self.rows[last].count) + 1
    return bytes.view.slice(Int(self.rows[first].start)..<end)
  }

  /// The hash of a file; nothing when the line does not hold one.
  package func hash(_ row: Int) -> Fingerprint? {
    let line = line(row)
    var start = Int(rows[row].pathCount) + 1
    while start < line.count, line[start] != UInt8(ascii: "\t") { start += 1 }
    start += 1
    guard start + 32 <= line.count else { return nil }
    return Fingerprint(hexadecimal: line.slice(start..<(start + 32)))
  }
}

// MARK: - Searching

extension Manifest {
  /// The number of the file at `path`, or nothing.
  package func row(of path: ByteView) -> Int? {
    let row = firstRow(notBefore: path)
    return row < count && self.path(row) == path ? row : nil
  }

  /// Whether there is a file below the folder at `path`.
  func hasFiles(below path: ByteView) -> Bool {
    // The order is that of bytes: what begins with the path and a slash stands behind everything
    // that is before it.
    var low = firstRow(notBefore: path)
    while low < count, self.path(low).starts(with: path) {
      let found = self.path(low)
      if found.count > path.count, found[path.count] == UInt8(ascii: "/") { return true }
      low += 1
    }
    return false
  }

  /// The number of the first file whose path does not stand before `path`.
  func firstRow(notBefore path: ByteView) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self.path(middle).precedes(path) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The rows by the identities of their paths.
  func table() -> IdentityTable {
    var table = IdentityTable(capacity: count)
    for row in 0..<count { table.insert(Fingerprint.identity(of: path(row)), UInt32(row)) }
    return table
  }
}

// MARK: - Reading

extension Manifest {
  /// Reads a manifest; nothing when the bytes are not one.
  ///
  /// A path that could leave the folder is no path that Warta wrote, so it makes the whole file
  /// untrustworthy.
  package init?(_ bytes: FrozenBytes) {
    let view = bytes.view
    var reader = ManifestLines(view)
    guard let header = reader.next(), header == ByteView(Self.header),
      let options = reader.next(), options.starts(with: "options\t".utf8)
    else { return nil }
    var rows: [Row] = []
    rows.reserveCapacity(view.count / 96)
    var isSorted = true
    var last = ByteView.empty
    let linesStart = reader.offset
    var start = linesStart
    while let line = reader.next() {
      guard let pathCount = Self.pathCount(of: line), line.count <= UInt16.max else { return nil }
      let path = line.slice(0..<pathCount)
      isSorted = isSorted && last.precedes(path)
      last = path
      rows.append(
        Row(start: UInt32(start), pathCount: UInt16(pathCount), count: UInt16(line.count)))
      start = reader.offset
    }
    guard isSorted else {
      guard let sorted = Self.sorted(rows, of: bytes.view, header: 0..<linesStart) else {
        return nil
      }
      self = sorted
      return
    }
    self.bytes = bytes
    self.rows = rows
    self.options = options.slice("options\t".utf8.count..<options.count).string
  }

  /// The manifest with the lines of a file that somebody else sorted, in our order and each path
  /// once.
  private static func sorted(_ rows: [Row], of view: ByteView, header: Range<Int>) -> Manifest? {
    func path(_ row: Row) -> ByteView {
      view.slice(Int(row.start)..<(Int(row.start) + Int(row.pathCount)))
    }
    var text = ByteBuffer(capacity: view.count)
    text.append(view.slice(header))
    var last = ByteView.empty
    for row in rows.sorted(by: { path($0).precedes(path($1)) }) where path(row) != last {
      text.append(view.slice(Int(row.start)..<(Int(row.start) + Int(row.count) + 1)))
      last = path(row)
    }
    return Manifest(text.frozen())
  }

  /// How many bytes of a line are its path; nothing when it is not a line of five fields or the path
  /// is not one below the folder.
  private static func pathCount(of line: ByteView) -> Int? {
    guard let pathCount = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    var tabs = 1
    var last = pathCount
    while let tab = line.firstIndex(of: UInt8(ascii: "\t"), from: last + 1) {
      tabs += 1
      last = tab
    }
    guard tabs == 4, isInside(line.slice(0..<pathCount)) else { return nil }
    return pathCount
  }

  /// Whether no component is empty, `.` or `..`.
  private static func isInside(_ path: ByteView) -> Bool {
    var start = 0
    for end in 0...path.count where end == path.count || path[end] == UInt8(ascii: "/") {
      switch end - start {
      case 0: return false
      case 1: if path[start] == UInt8(ascii: ".") { return false }
      case 2:
        if path[start] == UInt8(ascii: "."), path[start + 1] == UInt8(ascii: ".") { return false }
      default: break
      }
      start = end + 1
    }
    return true
  }
}

/// The lines of a manifest, one after the other.
private struct ManifestLines {
  private let view: ByteView
  private(set) var offset = 0

  init(_ view: ByteView) {
    self.view = view
  }

  /// The next line without its end; nothing behind the last line break, so that the rest of a file
  /// that was cut off counts for nothing.
  mutating func next() -> ByteView? {
    guard let end = view.firstIndex(of: UInt8(ascii: "\n"), from: offset) else { return nil }
    defer { offset = end + 1 }
    return view.slice(offset..<end)
  }
}

internal import Bytes

/// Collects routes; their URLs are written one behind the other into one run of bytes.
struct RouteTableBuilder: ~Copyable {
  private var rows: [RouteTable.Row] = []
  private var urls: ByteBuffer
  private let prefix: String

  /// `basePath` is the path of the base URL: empty, or `/news`; about `capacity` routes are expected.
  init(basePath: String, capacity: Int = 0) {
    prefix = basePath + "/"
    rows.reserveCapacity(capacity)
    urls = ByteBuffer(capacity: max(1 << 16, 64 * capacity))
  }

  var count: Int { rows.count }

  /// Adds a file; `appendPath` writes its path below the output folder.
  @discardableResult
  mutating func add(
    _ kind: RouteKind, edition: Int, subject: Int = 0, page: Int = 0,
    _ appendPath: (inout ByteBuffer) -> Void
  ) -> RouteID {
    let start = urls.count
    urls.append(prefix)
    let pathStart = urls.count
    appendPath(&urls)
    let end = urls.count
    rows.append(
      RouteTable.Row(
        kind: kind, edition: UInt16(edition), pathCount: UInt16(clamping: end - pathStart),
        urlCount: UInt16(clamping: end - start - indexNameLength(from: start)),
        offset: UInt32(start), subject: UInt32(subject), page: UInt32(page)))
    return RouteID(rows.count - 1)
  }

  /// Adds a file whose path is at hand.
  @discardableResult
  mutating func add(
    _ kind: RouteKind, edition: Int, subject: Int = 0, page: Int = 0, _ path: String
  ) -> RouteID {
    add(kind, edition: edition, subject: subject, page: page) { $0.append(path) }
  }

  /// The path of a file that was added.
  func path(of route: RouteID) -> String {
    let row = rows[Int(route)]
    let start = Int(row.offset) + prefix.utf8.count
    return urls.withSpan { bytes in
      var path = ByteBuffer(capacity: Int(row.pathCount))
      path.append(bytes.extracting(start..<(start + Int(row.pathCount))))
      return path.string()
    }
  }

  /// The path of the folder of a file that was added, with its slash.
  func folder(of route: RouteID) -> String { path(of: route).folder }

  /// The table of what was added.
  consuming func table() -> RouteTable {
    RouteTable(rows: rows, urls: urls.frozen(), base: prefix.utf8.count)
  }

  /// A URL leaves `index.html` out.
  private func indexNameLength(from start: Int) -> Int {
    urls.withSpan { bytes in
      let name = Self.indexName
      let from = bytes.count - name.count
      guard from >= start, name.indices.allSatisfy({ bytes[from + $0] == name[$0] }) else {
        return 0
      }
      return name.count - 1
    }
  }

  private static let indexName = Array("/index.html".utf8)
}

internal import Bytes
internal import Diagnostics
internal import Incremental

/// What a page said besides its bytes, as the journal keeps it and as Gather reads it, in place.
///
/// Counts of anchors, links and diagnostics in four bytes each, four of nothing, then each group. A page
/// that said nothing has no bytes.
struct RenderNotes {
  private let bytes: ByteView

  init(_ bytes: ByteView) {
    self.bytes = bytes
  }

  private func count(_ group: Int) -> Int {
    bytes.isEmpty ? 0 : Int(bytes.uint32(at: 4 * group))
  }

  private static let headerSize = 16

  /// Whether the page has an id with this hash that links can end at.
  func hasAnchor(_ hash: UInt64) -> Bool {
    (0..<count(0)).contains {
      UInt64(bitPattern: bytes.int64(at: Self.headerSize + 8 * $0)) == hash
    }
  }

  /// The links of the page to the site itself.
  var links: [PageLink] {
    guard count(1) > 0 else { return [] }
    var reader = ByteReader(bytes, at: Self.headerSize + 8 * count(0))
    return (0..<count(1)).map { _ in reader.link() }
  }

  /// Whether the page is not what it should be.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// What was found wrong while the page was rendered.
  var diagnostics: [Diagnostic] {
    guard count(2) > 0 else { return [] }
    var reader = ByteReader(bytes, at: Self.headerSize + 8 * count(0))
    for _ in 0..<count(1) { _ = reader.link() }
    return (0..<count(2)).map { _ in reader.diagnostic() }
  }

  /// The hash of an id, as `hasAnchor` takes it.
  static func hash(ofAnchor anchor: String) -> UInt64 { Fingerprint.identity(of: anchor) }
}

extension RenderedFile {
  /// Appends the notes of the page to `buffer`.
  func appendNotes(to buffer: inout ByteBuffer) {
    if anchors.isEmpty && links.isEmpty && diagnostics.isEmpty { return }
    for count in [anchors.count, links.count, diagnostics.count, 0] {
      buffer.append(littleEndian: UInt32(count))
    }
    for anchor in anchors {
      buffer.append(littleEndian: Int64(bitPattern: RenderNotes.hash(ofAnchor: anchor)))
    }
    for link in links {
      buffer.append(counted: link.url)
      buffer.append(counted: link.location.file)
      let range = link.location.range ?? 0..<0
      buffer.append(littleEndian: UInt32(range.lowerBound))
      buffer.append(littleEndian: UInt32(range.upperBound))
    }
    for diagnostic in diagnostics { buffer.append(diagnostic) }
  }
}

extension ByteReader {
  fileprivate mutating func link() -> PageLink {
    let url = text()
    let file = text()
    let lower = Int(uint32())
    return PageLink(url: url, location: SourceLocation(file: file, range: lower..<Int(uint32())))
  }
}

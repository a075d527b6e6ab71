internal import Bytes
internal import FileTree
internal import Incremental

/// Writes sections of a journal one after the other, holding no more than a piece of one.
struct SectionWriter: ~Copyable {
  private let file: WritableFile
  /// The sections that have ended.
  private(set) var sections: [JournalSection] = []
  /// Where the next piece goes.
  private(set) var offset: Int
  private var start: Int
  private var stream = FingerprintStream()
  private var piece = ByteBuffer(capacity: pieceSize + 4096)

  private static let pieceSize = 1 << 20

  /// Writes to `file` from `offset` on.
  init(_ file: WritableFile, at offset: Int) {
    self.file = file
    self.offset = offset
    start = offset
  }

  /// Appends to the section that is being written.
  mutating func append(_ body: (inout ByteBuffer) -> Void) throws(DiskError) {
    body(&piece)
    if piece.count >= Self.pieceSize { try flush() }
  }

  /// Ends the section that is being written.
  mutating func end(_ section: SiteJournal.Section) throws(DiskError) {
    while piece.count % 8 != 0 { piece.append(0) }
    try flush()
    sections.append(
      JournalSection(
        id: section.rawValue, offset: start, count: offset - start,
        checksum: stream.fingerprint()))
    start = offset
    stream = FingerprintStream()
  }

  private mutating func flush() throws(DiskError) {
    stream.append(piece)
    try file.write(piece, at: offset)
    offset += piece.count
    piece.removeAll()
  }
}
